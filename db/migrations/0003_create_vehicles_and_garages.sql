-- Vehicles and garages are ordinary rows, soft-deleted; what happened to a vehicle is events.
CREATE TABLE app.garages (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL CHECK (name <> ''),
  description text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE app.vehicles (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  id uuid NOT NULL,
  nickname text,
  make text,
  model text,
  year smallint CHECK (year BETWEEN 1880 AND 2200),
  "trim" text,
  color text,
  vin text,
  license_plate text,
  garage_id uuid,
  -- which drawing stands for it
  kind text NOT NULL DEFAULT 'car' CHECK (kind IN ('car', 'estate', 'motorcycle', 'van', 'suv', 'truck', 'other')),
  -- IANA name: days begin and end in it
  time_zone text NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  distance_unit text NOT NULL CHECK (distance_unit IN ('km', 'mi')),
  volume_unit text NOT NULL CHECK (volume_unit IN ('L', 'gal-us', 'gal-uk')),
  energies text[] NOT NULL DEFAULT '{}',
  -- made by the sample garage, and removed with it
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages (tenant_id, id),
  CHECK (nickname IS NOT NULL OR make IS NOT NULL OR model IS NOT NULL)
);
CREATE INDEX vehicles_garage ON app.vehicles (tenant_id, garage_id);
-- unique among the live vehicles of a tenant; the same VIN may stand in two tenants
CREATE UNIQUE INDEX vehicles_live_vin ON app.vehicles (tenant_id, vin) WHERE deleted_at IS NULL AND vin IS NOT NULL;

ALTER TABLE app.garages ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.garages FORCE ROW LEVEL SECURITY;
ALTER TABLE app.vehicles ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicles FORCE ROW LEVEL SECURITY;

CREATE POLICY garages_select ON app.garages FOR SELECT TO odolog_api, odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY garages_insert ON app.garages FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY garages_update ON app.garages FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicles_select ON app.vehicles FOR SELECT TO odolog_api, odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicles_insert ON app.vehicles FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY vehicles_update ON app.vehicles FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT ON app.garages, app.vehicles TO odolog_api, odolog_worker;
GRANT INSERT, UPDATE ON app.garages, app.vehicles TO odolog_api;
