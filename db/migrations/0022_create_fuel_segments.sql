-- Economy belongs to a distance between two full fills; the fills stand beside the segments so that a change recomputes few of them.
CREATE TABLE app.fuel_fills (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  -- null without a reading, or with a void one
  odometer_m bigint,
  volume_ml bigint,
  energy_wh bigint,
  fill text NOT NULL CHECK (fill IN ('full', 'partial')),
  missed_previous boolean NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX fuel_fills_vehicle ON app.fuel_fills (tenant_id, generation, vehicle_id, energy, date);
-- where a recomputation may begin and end
CREATE INDEX fuel_fills_anchors ON app.fuel_fills (tenant_id, generation, vehicle_id, energy, date)
  WHERE fill = 'full' AND odometer_m IS NOT NULL;

CREATE TABLE app.fuel_segments (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  -- the fill that closes it
  to_event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  from_event_id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  from_odometer_m bigint NOT NULL,
  to_odometer_m bigint NOT NULL,
  distance_m bigint NOT NULL,
  volume_ml bigint NOT NULL,
  energy_wh bigint NOT NULL,
  status text NOT NULL CHECK (status IN ('closed', 'void', 'anomaly')),
  reason text,
  PRIMARY KEY (tenant_id, generation, to_event_id),
  CHECK ((status = 'closed') = (reason IS NULL))
);
CREATE INDEX fuel_segments_vehicle ON app.fuel_segments (tenant_id, generation, vehicle_id, energy, to_date DESC, to_odometer_m DESC);
CALL private.secure_read_model('fuel_fills', 'fuel-segments');
CALL private.secure_read_model('fuel_segments', 'fuel-segments');
