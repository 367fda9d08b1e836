-- What each import answered is kept: it can be read again row by row, and undone.
CREATE TABLE app.imports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  format text NOT NULL,
  file_name text NOT NULL,
  -- the answer as it was given, rows included; counts and file stand in it too
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  undone_at timestamptz,
  undone_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id)
);
CREATE INDEX imports_vehicle ON app.imports (tenant_id, vehicle_id, id DESC);

ALTER TABLE app.imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.imports FORCE ROW LEVEL SECURITY;
CREATE POLICY imports_select ON app.imports FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY imports_insert ON app.imports FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY imports_update ON app.imports FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.imports TO odolog_api;
GRANT UPDATE (answer, undone_at, undone_by) ON app.imports TO odolog_api;
