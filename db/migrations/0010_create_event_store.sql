-- The history of vehicles: one append-only table partitioned by year, and the heads that order it.
CREATE TABLE app.vehicle_events (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  id uuid NOT NULL,
  -- never null: the keyset and the odometer guard need a place in the day; time_known is false where it is only that
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  -- gapless and in commit order within the tenant
  position bigint NOT NULL,
  odometer_m bigint CHECK (odometer_m > 0),
  date date NOT NULL,
  -- within the vehicle
  version integer NOT NULL,
  -- the version, or the order_version of the event that this one corrects: a correction keeps its place among events of one instant
  order_version integer NOT NULL,
  schema_version smallint NOT NULL,
  time_known boolean NOT NULL,
  odometer_void boolean NOT NULL,
  type text NOT NULL,
  recorded_by uuid NOT NULL,
  source text NOT NULL,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  chain_hash bytea NOT NULL,
  corrects_id uuid,
  corrects_date date,
  -- { data, odometer?, reason? } as it was typed
  payload jsonb NOT NULL,
  notes text,
  PRIMARY KEY (tenant_id, id, date),
  CHECK ((corrects_id IS NULL) = (corrects_date IS NULL))
) PARTITION BY RANGE (date);
CREATE INDEX vehicle_events_vehicle ON app.vehicle_events (tenant_id, vehicle_id, date DESC, occurred_at DESC, position DESC);
CREATE INDEX vehicle_events_tenant ON app.vehicle_events (tenant_id, date DESC, occurred_at DESC, position DESC);
CREATE INDEX vehicle_events_position ON app.vehicle_events (tenant_id, position);

-- One row a vehicle, made with the vehicle, so that the hot path never upserts. Half-filled pages keep its updates on the page.
CREATE TABLE app.vehicle_streams (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  chain_hash bytea NOT NULL,
  -- the last effective reading by (date, occurred_at, order_version)
  reading_m bigint,
  reading_date date,
  reading_at timestamptz,
  reading_order integer,
  reading_id uuid,
  PRIMARY KEY (tenant_id, vehicle_id)
) WITH (fillfactor = 70);

-- One row a tenant: the last position.
CREATE TABLE app.tenant_heads (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- The unique index that partitioning by date takes away; it also finds the partition of an event by its id.
CREATE TABLE app.event_ids (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  date date NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- Corrected and retracted events only: small, insert-only, read by the guards off the hot path and by the timeline.
CREATE TABLE app.event_supersessions (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_date date NOT NULL,
  vehicle_id uuid NOT NULL,
  retracts boolean NOT NULL,
  PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX event_supersessions_vehicle ON app.event_supersessions (tenant_id, vehicle_id);

CREATE FUNCTION app.current_tenant_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(pg_catalog.current_setting('app.tenant_ids', true), '')::uuid[];
GRANT EXECUTE ON FUNCTION app.current_tenant_ids() TO odolog_appender;

-- Readers see one tenant. The appender sees the tenants of its batch; "IS TRUE" keeps that list a filter: as an index
-- condition the B-tree sorts it anew for every probed row, which doubled the cost of a batch.
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['vehicle_events', 'vehicle_streams', 'tenant_heads', 'event_ids', 'event_supersessions'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO odolog_api, odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()))',
                   relation || '_select', relation);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO odolog_appender USING ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE)',
                   relation || '_append_select', relation);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR INSERT TO odolog_appender WITH CHECK ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE)',
                   relation || '_append_insert', relation);
    EXECUTE format('GRANT SELECT ON app.%I TO odolog_api, odolog_worker', relation);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO odolog_appender', relation);
  END LOOP;
  FOREACH relation IN ARRAY ARRAY['vehicle_streams', 'tenant_heads'] LOOP
    EXECUTE format('CREATE POLICY %I ON app.%I FOR UPDATE TO odolog_appender USING ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE)',
                   relation || '_append_update', relation);
    EXECUTE format('GRANT UPDATE ON app.%I TO odolog_appender', relation);
  END LOOP;
END $$;

-- The worker must know which tenants moved; a head says no more than how far a tenant is.
CREATE POLICY tenant_heads_worker ON app.tenant_heads FOR SELECT TO odolog_worker USING (true);
-- A tenant's head comes into being with the tenant.
CREATE POLICY tenant_heads_registrar ON app.tenant_heads FOR INSERT TO odolog_registrar WITH CHECK (true);
GRANT INSERT ON app.tenant_heads TO odolog_registrar;

-- Append-only by privilege for every role, and by trigger against the owner's and the administrator's slips.
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['vehicle_events', 'event_ids', 'event_supersessions'] LOOP
    -- row triggers are cloned to partitions, statement triggers are not: ensure_partition adds that one
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON app.%I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', relation);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', relation);
  END LOOP;
END $$;
