-- What the hours meter showed and when: the hours that stand, beside the readings of the odometer.
CREATE TABLE app.hours_readings (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  minutes bigint NOT NULL,
  void boolean NOT NULL,
  -- what true hours gain where the meter was replaced
  step_min bigint NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX hours_readings_vehicle ON app.hours_readings
  (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CALL private.secure_read_model('hours_readings', 'hours-readings');
