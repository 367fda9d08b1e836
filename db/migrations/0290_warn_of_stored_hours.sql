-- Who records hours is warned by those that are stored: the read model may not know those of a moment ago.
CREATE POLICY event_hours_select ON app.event_hours FOR SELECT TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT ON app.event_hours TO odolog_api;
