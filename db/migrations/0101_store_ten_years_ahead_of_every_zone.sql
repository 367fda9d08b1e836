-- On New Year's Eve it is next year already in the zones ahead of UTC: what they may record ten years ahead must find its partition.
CREATE FUNCTION app.last_storable_year(p_now timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = ''
  RETURN extract(year FROM p_now AT TIME ZONE 'UTC' + interval '14 hours')::integer + 10;
REVOKE ALL ON FUNCTION app.last_storable_year FROM PUBLIC;

-- Idempotent and safe under concurrency. CREATE ... LIKE and ATTACH lock the parent weakly, so that appends go on
-- (PARTITION OF would stop them); the lock lets one maker in at a time and, unlike an advisory lock, refreshes the
-- catalogue caches, without which the second maker does not see the first one's table.
-- Returns whether it made one. Years before 1900 and after the last storable one are refused with SQLSTATE 22008.
CREATE OR REPLACE FUNCTION app.ensure_partition(p_date date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted_year integer := extract(year FROM p_date)::integer;
  partition text := 'vehicle_events_' || lpad(wanted_year::text, 4, '0');
BEGIN
  IF p_date IS NULL OR wanted_year NOT BETWEEN 1900 AND app.last_storable_year(now()) THEN
    RAISE EXCEPTION 'date % is outside the years that can be stored', p_date USING ERRCODE = 'datetime_field_overflow';
  END IF;
  IF EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
              WHERE c.relname = partition AND i.inhparent = 'app.vehicle_events'::regclass) THEN
    RETURN false;
  END IF;
  LOCK TABLE app.vehicle_events IN SHARE UPDATE EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
              WHERE c.relname = partition AND i.inhparent = 'app.vehicle_events'::regclass) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE app.%I (LIKE app.vehicle_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', partition);
  -- Partitions do not inherit row-level security: forced, with no policy and no grant, they are reached through the parent alone.
  EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', partition);
  -- Neither do they inherit statement triggers.
  EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
  EXECUTE format('CREATE TRIGGER append_only_statement BEFORE UPDATE OR DELETE ON app.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON app.%I FROM odolog_owner', partition);
  EXECUTE format('ALTER TABLE app.vehicle_events ATTACH PARTITION app.%I FOR VALUES FROM (%L) TO (%L)',
                 partition, make_date(wanted_year, 1, 1), make_date(wanted_year + 1, 1, 1));
  RETURN true;
END $$;
