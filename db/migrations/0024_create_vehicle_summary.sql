-- One row a vehicle for its card, and one a vehicle, month and type for the rail of months; both counted from the events that stand.
CREATE TABLE app.summary_events (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  type text NOT NULL,
  date date NOT NULL,
  -- first day of the month of `date`
  month date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  -- null without a reading, or with a void one
  odometer_m bigint,
  typed_value numeric,
  typed_unit text,
  -- the reminder fact as it is
  reminder jsonb,
  service_kinds text[],
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX summary_events_vehicle ON app.summary_events
  (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CREATE INDEX summary_events_month ON app.summary_events (tenant_id, generation, vehicle_id, month, type);
CREATE INDEX summary_events_readings ON app.summary_events
  (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC) WHERE odometer_m IS NOT NULL;
CREATE INDEX summary_events_reminders ON app.summary_events (tenant_id, generation, vehicle_id)
  WHERE reminder IS NOT NULL OR service_kinds IS NOT NULL;

CREATE TABLE app.event_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  month date NOT NULL,
  type text NOT NULL,
  events integer NOT NULL,
  PRIMARY KEY (tenant_id, generation, vehicle_id, month, type)
);

CREATE TABLE app.vehicle_summary (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  events integer NOT NULL,
  events_by_type jsonb NOT NULL,
  first_date date NOT NULL,
  last_event_id uuid NOT NULL,
  last_event_date date NOT NULL,
  -- the latest valid reading by date, never the largest
  odometer_event_id uuid,
  odometer_date date,
  odometer_m bigint,
  odometer_value numeric,
  odometer_unit text,
  first_odometer_date date,
  first_odometer_m bigint,
  PRIMARY KEY (tenant_id, generation, vehicle_id)
);
CALL private.secure_read_model('summary_events', 'vehicle-summary');
CALL private.secure_read_model('event_rollups', 'vehicle-summary');
CALL private.secure_read_model('vehicle_summary', 'vehicle-summary');
