-- The second request with an Idempotency-Key gets the first answer, and another content under the same key is told so.
-- Events need none of it: their store knows every id and content.
CREATE TABLE app.idempotent_requests (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  -- of the thing that the request makes: chosen by the client, or derived from the key
  id uuid NOT NULL,
  operation text NOT NULL,
  content_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);

ALTER TABLE app.idempotent_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.idempotent_requests FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotent_requests_select ON app.idempotent_requests FOR SELECT TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY idempotent_requests_insert ON app.idempotent_requests FOR INSERT TO odolog_api
  WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.idempotent_requests TO odolog_api;
