-- What the odometer showed and when: the readings that stand, as typed and in metres.
CREATE TABLE app.odometer_readings (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  odometer_m bigint NOT NULL,
  void boolean NOT NULL,
  typed_value numeric NOT NULL,
  typed_unit text NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX odometer_readings_vehicle ON app.odometer_readings
  (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CALL private.secure_read_model('odometer_readings', 'odometer-readings');
