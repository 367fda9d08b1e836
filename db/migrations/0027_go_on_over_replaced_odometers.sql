-- True distance goes on where an odometer was replaced: by how much the old one showed more at the end than the new one at first.

-- Nothing was replaced before this version, so what stands is right with the default; no model is folded anew.
ALTER TABLE app.odometer_readings ADD COLUMN step_m bigint NOT NULL DEFAULT 0;

ALTER TABLE app.summary_events ADD COLUMN step_m bigint NOT NULL DEFAULT 0;
CREATE INDEX summary_events_steps ON app.summary_events (tenant_id, generation, vehicle_id) WHERE step_m <> 0;
-- of all replacements after the first valid reading: what its distance to the last one lacks
ALTER TABLE app.vehicle_summary ADD COLUMN replaced_m bigint NOT NULL DEFAULT 0;

-- A fill is measured between two anchors: the model needs the replacements between them, and only those.
CREATE TABLE app.fuel_odometer_steps (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  step_m bigint NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX fuel_odometer_steps_vehicle ON app.fuel_odometer_steps (tenant_id, generation, vehicle_id, date);
CALL private.secure_read_model('fuel_odometer_steps', 'fuel-segments');
