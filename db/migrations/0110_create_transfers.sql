-- A vehicle is offered to somebody of another tenant, who takes it over with its history; whoever gave it keeps a copy that ends there.
CREATE TABLE app.transfers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  -- what goes along besides, because its owner chose it
  with_costs boolean NOT NULL DEFAULT false,
  with_notes boolean NOT NULL DEFAULT false,
  with_documents boolean NOT NULL DEFAULT false,
  -- SHA-256: who reads the database cannot open the link
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  -- asked again, the acceptance answers the same
  accepted_into uuid,
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id),
  CHECK (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1),
  CHECK (num_nonnulls(accepted_at, accepted_by, accepted_into) IN (0, 3))
);
CREATE INDEX transfers_vehicle ON app.transfers (tenant_id, vehicle_id, id DESC);
-- nobody is offered what was offered to another
CREATE UNIQUE INDEX transfers_open ON app.transfers (tenant_id, vehicle_id)
  WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL;

ALTER TABLE app.transfers ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.transfers FORCE ROW LEVEL SECURITY;
CREATE POLICY transfers_select ON app.transfers FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY transfers_insert ON app.transfers FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY transfers_update ON app.transfers FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.transfers TO odolog_api;
GRANT UPDATE (accepted_at, accepted_by, accepted_into, declined_at, revoked_at, revoked_by) ON app.transfers TO odolog_api;

-- The copy that stays: shown, never changed again, and no claim on the VIN, under which the vehicle may come back as another.
ALTER TABLE app.vehicles ADD COLUMN handed_over_at timestamptz;
DROP INDEX app.vehicles_live_vin;
CREATE UNIQUE INDEX vehicles_live_vin ON app.vehicles (tenant_id, vin)
  WHERE deleted_at IS NULL AND handed_over_at IS NULL AND vin IS NOT NULL;

-- A closed stream cannot be written by whatever path: the appender does not find its head. No look before an append, which
-- could come a moment too early, and nothing added to the hot path but a test of a column of the row at hand.
ALTER TABLE app.vehicle_streams ADD COLUMN closed_at timestamptz;
DROP POLICY vehicle_streams_append_update ON app.vehicle_streams;
CREATE POLICY vehicle_streams_append_update ON app.vehicle_streams FOR UPDATE TO odolog_appender
  USING ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE AND closed_at IS NULL)
  WITH CHECK ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE);

-- Closes a stream of the tenant at hand, or opens it; either way no other append comes in before the transaction ends.
CREATE POLICY vehicle_streams_registrar_select ON app.vehicle_streams FOR SELECT TO odolog_registrar
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicle_streams_registrar_update ON app.vehicle_streams FOR UPDATE TO odolog_registrar
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT (tenant_id, vehicle_id), UPDATE (closed_at) ON app.vehicle_streams TO odolog_registrar;
CREATE FUNCTION app.set_stream_open(p_vehicle uuid, p_open boolean) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  UPDATE app.vehicle_streams s SET closed_at = CASE WHEN p_open THEN NULL ELSE pg_catalog.now() END
   WHERE s.tenant_id = (SELECT app.current_tenant_id()) AND s.vehicle_id = p_vehicle;
END;
REVOKE ALL ON FUNCTION app.set_stream_open(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.set_stream_open(uuid, boolean) TO odolog_api;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.set_stream_open(uuid, boolean) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
