-- A vehicle is bought and sold once: whether it was is asked with every page, of every vehicle that a list names, and found without
-- reading all that reminders know of it.
CREATE INDEX reminder_events_life
  ON app.reminder_events (tenant_id, generation, vehicle_id, date, occurred_at, order_version) WHERE life IS NOT NULL;
