-- A link by which a buyer sees a vehicle's history, and nothing of its owner, until it expires or is revoked.
CREATE TABLE app.shares (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  -- SHA-256: who reads the database cannot open the link
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  -- what the owner chose to show besides
  shows_costs boolean NOT NULL DEFAULT false,
  shows_notes boolean NOT NULL DEFAULT false,
  shows_documents boolean NOT NULL DEFAULT false,
  shows_vin boolean NOT NULL DEFAULT false,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id)
);
CREATE INDEX shares_vehicle ON app.shares (tenant_id, vehicle_id, id DESC);
CREATE INDEX shares_token ON app.shares (token_hash);

ALTER TABLE app.shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.shares FORCE ROW LEVEL SECURITY;
CREATE POLICY shares_select ON app.shares FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY shares_insert ON app.shares FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY shares_update ON app.shares FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.shares TO odolog_api;
GRANT UPDATE (revoked_at, revoked_by) ON app.shares TO odolog_api;

-- Whoever holds a token is a stranger: only its hash leads to the tenant, and only while the link is open.
CREATE POLICY shares_registrar ON app.shares FOR SELECT TO odolog_registrar USING (true);
GRANT SELECT (tenant_id, token_hash, expires_at, revoked_at) ON app.shares TO odolog_registrar;
CREATE FUNCTION app.tenant_of_share(p_token_hash bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT s.tenant_id FROM app.shares s
   WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > pg_catalog.now();
END;
REVOKE ALL ON FUNCTION app.tenant_of_share(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tenant_of_share(bytea) TO odolog_api;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.tenant_of_share(bytea) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
