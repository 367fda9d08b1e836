-- An import that is refused as a whole, before any of its rows is there, leaves nothing.
CREATE POLICY imports_delete ON app.imports FOR DELETE TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT DELETE ON app.imports TO odolog_api;
