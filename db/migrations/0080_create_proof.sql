-- What proves a history: the tenant's signing keys, the exports that were sealed with them, and the last check of each chain.
CREATE TABLE app.tenant_keys (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  -- RFC 7638 thumbprint
  id text NOT NULL,
  public_key jsonb NOT NULL,
  -- AES-256-GCM under a key that is derived from the server's secret: nonce, ciphertext, tag
  private_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  retired_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tenant_keys_current ON app.tenant_keys (tenant_id) WHERE retired_at IS NULL;
CREATE INDEX tenant_keys_by_id ON app.tenant_keys (id);

CREATE TABLE app.history_exports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  -- what stands on the printed page: 60 random bits
  code text NOT NULL,
  -- how far the history reached, and where its chain ended
  version integer NOT NULL,
  chain_hash bytea NOT NULL,
  key_id text NOT NULL,
  issued_at timestamptz NOT NULL DEFAULT now(),
  issued_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id),
  FOREIGN KEY (tenant_id, key_id) REFERENCES app.tenant_keys (tenant_id, id)
);
CREATE INDEX history_exports_vehicle ON app.history_exports (tenant_id, vehicle_id, id DESC);
CREATE INDEX history_exports_key ON app.history_exports (tenant_id, key_id);
CREATE INDEX history_exports_code ON app.history_exports (code);

-- One row a vehicle: the last check, by the nightly job or by hand.
CREATE TABLE app.chain_checks (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  version integer NOT NULL,
  -- what, version, eventId of the first event that does not fit; null while all do
  fault jsonb,
  checked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, vehicle_id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id)
);

ALTER TABLE app.tenant_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenant_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE app.history_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.history_exports FORCE ROW LEVEL SECURITY;
ALTER TABLE app.chain_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.chain_checks FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant_keys_select ON app.tenant_keys FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY tenant_keys_insert ON app.tenant_keys FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY history_exports_select ON app.history_exports FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY history_exports_insert ON app.history_exports FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY chain_checks_select ON app.chain_checks FOR SELECT TO odolog_api, odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY chain_checks_insert ON app.chain_checks FOR INSERT TO odolog_api, odolog_worker WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY chain_checks_update ON app.chain_checks FOR UPDATE TO odolog_api, odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.tenant_keys, app.history_exports TO odolog_api;
GRANT SELECT, INSERT, UPDATE ON app.chain_checks TO odolog_api, odolog_worker;

-- Whoever holds a printed code, or the id of a key, is a stranger: two functions lead them to the one thing that is public.
CREATE POLICY tenant_keys_registrar ON app.tenant_keys FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY history_exports_registrar ON app.history_exports FOR SELECT TO odolog_registrar USING (true);
GRANT SELECT (id, public_key) ON app.tenant_keys TO odolog_registrar;
GRANT SELECT (tenant_id, code) ON app.history_exports TO odolog_registrar;

CREATE FUNCTION app.proof_key(p_id text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT k.public_key FROM app.tenant_keys k WHERE k.id = p_id;
END;
CREATE FUNCTION app.tenant_of_export(p_code text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT e.tenant_id FROM app.history_exports e WHERE e.code = p_code;
END;
REVOKE ALL ON FUNCTION app.proof_key(text), app.tenant_of_export(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.proof_key(text), app.tenant_of_export(text) TO odolog_api;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.proof_key(text) OWNER TO odolog_registrar;
ALTER FUNCTION app.tenant_of_export(text) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
