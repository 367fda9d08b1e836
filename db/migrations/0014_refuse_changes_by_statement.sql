-- An UPDATE or DELETE of events fails for every role, also where row-level security lets it see no row.

-- The owner is under forced row-level security: its UPDATE matched nothing and ended without an error, since a row
-- trigger needs a row. A statement trigger fires all the same; it is not inherited, so each partition gets its own.
DO $$
DECLARE
  relation regclass;
BEGIN
  FOR relation IN
    SELECT c.oid FROM pg_catalog.pg_class c
     WHERE c.oid IN ('app.vehicle_events'::regclass, 'app.event_ids'::regclass, 'app.event_supersessions'::regclass)
        OR c.oid IN (SELECT i.inhrelid FROM pg_catalog.pg_inherits i WHERE i.inhparent = 'app.vehicle_events'::regclass)
  LOOP
    EXECUTE format('CREATE TRIGGER append_only_statement BEFORE UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', relation);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM odolog_owner', relation);
  END LOOP;
END $$;

-- A retraction says nothing of its own: with a reading it would become a neighbour of others.
ALTER TABLE app.vehicle_events ADD CONSTRAINT retraction_only_retracts
  CHECK (type <> 'retraction' OR (corrects_id IS NOT NULL AND odometer_m IS NULL));

-- Idempotent and safe under concurrency. CREATE ... LIKE and ATTACH lock the parent weakly, so that appends go on
-- (PARTITION OF would stop them); the lock lets one maker in at a time and, unlike an advisory lock, refreshes the
-- catalogue caches, without which the second maker does not see the first one's table.
-- Returns whether it made one. Years before 1900 and more than ten ahead are refused with SQLSTATE 22008.
CREATE OR REPLACE FUNCTION app.ensure_partition(p_date date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted_year integer := extract(year FROM p_date)::integer;
  partition text := 'vehicle_events_' || lpad(wanted_year::text, 4, '0');
BEGIN
  IF p_date IS NULL OR wanted_year NOT BETWEEN 1900 AND extract(year FROM now())::integer + 10 THEN
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
