-- What a vehicle costs by month, category and currency. A currency is a key: two are never added up.
CREATE TABLE app.cost_entries (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  -- first day of the month of `date`
  month date NOT NULL,
  category text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, generation, event_id)
);
CREATE INDEX cost_entries_rollup ON app.cost_entries (tenant_id, generation, vehicle_id, month, category, currency);

CREATE TABLE app.cost_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  month date NOT NULL,
  category text NOT NULL,
  currency text NOT NULL,
  total_minor bigint NOT NULL,
  entries integer NOT NULL,
  PRIMARY KEY (tenant_id, generation, vehicle_id, month, category, currency)
);
CALL private.secure_read_model('cost_entries', 'cost-rollups');
CALL private.secure_read_model('cost_rollups', 'cost-rollups');
