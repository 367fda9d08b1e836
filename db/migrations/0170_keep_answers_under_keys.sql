-- The first answer to a write under an Idempotency-Key is kept for a while, so that the same request again gets it and does
-- nothing a second time. Encrypted: it may hold what is told once, such as a link.
ALTER TABLE app.idempotent_requests ADD COLUMN answer bytea;

-- What has been kept for long enough is looked for by its age.
CREATE INDEX idempotent_requests_answered ON app.idempotent_requests (tenant_id, created_at) WHERE answer IS NOT NULL;

-- What was refused may be asked for again under its key.
CREATE POLICY idempotent_requests_update ON app.idempotent_requests FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY idempotent_requests_delete ON app.idempotent_requests FOR DELETE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT UPDATE (answer, created_at), DELETE ON app.idempotent_requests TO odolog_api;
