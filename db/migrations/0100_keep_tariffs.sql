-- What a kilowatt-hour costs at a site from a day on. A row is never changed: another price is another row from its day on, and
-- a mistake is taken away. What a past charge cost stands in its event.
CREATE TABLE app.tariffs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  charger text NOT NULL,
  -- as charges name it; null for every place of that kind
  place text,
  time_zone text NOT NULL,
  currency text NOT NULL,
  valid_from date NOT NULL,
  -- per kWh, as typed; periods: [{ days, from, to, unitPrice }]
  unit_price text NOT NULL,
  periods jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  deleted_at timestamptz,
  deleted_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id)
);
CREATE INDEX tariffs_vehicle ON app.tariffs (tenant_id, vehicle_id);

ALTER TABLE app.tariffs ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tariffs FORCE ROW LEVEL SECURITY;
CREATE POLICY tariffs_select ON app.tariffs FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY tariffs_insert ON app.tariffs FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY tariffs_update ON app.tariffs FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.tariffs TO odolog_api;
GRANT UPDATE (deleted_at, deleted_by) ON app.tariffs TO odolog_api;
