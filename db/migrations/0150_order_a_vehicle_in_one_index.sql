-- A vehicle's timeline and its neighbouring readings are found in one index, in the one order that both have.

-- An event pays for each index that it stands in: two of one order, one of them of readings only, cost every append a
-- descent more. A correction now also keeps the place of what it corrects among events of the same instant.
CREATE INDEX vehicle_events_in_order
  ON app.vehicle_events (tenant_id, vehicle_id, date DESC, occurred_at DESC, order_version DESC, position DESC);
DROP INDEX app.vehicle_events_reading;
DROP INDEX app.vehicle_events_vehicle;
