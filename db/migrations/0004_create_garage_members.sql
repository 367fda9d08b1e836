-- What a person may do beyond their role in the tenant: a role in a garage, or being one of a vehicle's drivers.
-- Both hang on the membership, which stays the one thing that says who belongs: whoever leaves takes nothing along.
CREATE TABLE app.garage_members (
  tenant_id uuid NOT NULL,
  garage_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('manager', 'driver', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  PRIMARY KEY (tenant_id, garage_id, user_id),
  FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX garage_members_user ON app.garage_members (tenant_id, user_id);

CREATE TABLE app.vehicle_drivers (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, vehicle_id, user_id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX vehicle_drivers_user ON app.vehicle_drivers (tenant_id, user_id);

ALTER TABLE app.garage_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.garage_members FORCE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_drivers ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_drivers FORCE ROW LEVEL SECURITY;

CREATE POLICY garage_members_select ON app.garage_members FOR SELECT TO odolog_api, odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY garage_members_insert ON app.garage_members FOR INSERT TO odolog_api
  WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY garage_members_update ON app.garage_members FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY garage_members_delete ON app.garage_members FOR DELETE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicle_drivers_select ON app.vehicle_drivers FOR SELECT TO odolog_api, odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicle_drivers_insert ON app.vehicle_drivers FOR INSERT TO odolog_api
  WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicle_drivers_delete ON app.vehicle_drivers FOR DELETE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT ON app.garage_members, app.vehicle_drivers TO odolog_api, odolog_worker;
GRANT INSERT, DELETE ON app.garage_members, app.vehicle_drivers TO odolog_api;
GRANT UPDATE (role, updated_at, updated_by) ON app.garage_members TO odolog_api;
