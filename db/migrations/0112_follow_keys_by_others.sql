-- A tenant's signing key is retired when another takes its place; what it sealed stays verifiable, for it is never removed.
CREATE POLICY tenant_keys_update ON app.tenant_keys FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT UPDATE (retired_at) ON app.tenant_keys TO odolog_api;
