-- What is said about reminders, and what completes them; how they stand follows from it and from the day, and is stored nowhere.
CREATE TABLE app.reminder_events (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  -- the first of the events that this one corrects; its own id when it corrects none: a reminder keeps it through every edit
  root_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  -- null without a reading, or with a void one
  odometer_m bigint,
  void boolean NOT NULL,
  -- the facts as they are: at least one of them
  reminder jsonb,
  service jsonb,
  step jsonb,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX reminder_events_vehicle ON app.reminder_events (tenant_id, generation, vehicle_id, date, occurred_at, order_version);
CREATE INDEX reminder_events_root ON app.reminder_events (tenant_id, generation, root_id) WHERE reminder IS NOT NULL;
CALL private.secure_read_model('reminder_events', 'reminders');
