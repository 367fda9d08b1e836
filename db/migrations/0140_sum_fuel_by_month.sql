-- Averages are asked for with every page and of every vehicle of a fleet: summed by month, 200,000 segments are a few thousand rows.
CREATE TABLE app.fuel_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  -- in which its segments close
  month date NOT NULL,
  -- closed ones only, as all sums here
  segments integer NOT NULL,
  distance_m bigint NOT NULL,
  volume_ml bigint NOT NULL,
  energy_wh bigint NOT NULL,
  drawn_wh bigint NOT NULL,
  measured_wh bigint NOT NULL,
  billed_wh bigint NOT NULL,
  PRIMARY KEY (tenant_id, generation, vehicle_id, energy, month)
);

-- What is folded already; for that the owner reads over all tenants once.
ALTER TABLE app.fuel_segments NO FORCE ROW LEVEL SECURITY;
INSERT INTO app.fuel_rollups
SELECT tenant_id, generation, vehicle_id, energy, date_trunc('month', to_date::timestamp)::date, count(*), sum(distance_m),
       sum(volume_ml), sum(energy_wh), sum(drawn_wh), sum(measured_wh), sum(billed_wh)
  FROM app.fuel_segments WHERE status = 'closed'
 GROUP BY 1, 2, 3, 4, 5;
ALTER TABLE app.fuel_segments FORCE ROW LEVEL SECURITY;

CALL private.secure_read_model('fuel_rollups', 'fuel-segments');

-- As in 0026: one tenant and one generation until the first ANALYZE.
DO $$
DECLARE
  key text;
BEGIN
  FOREACH key IN ARRAY ARRAY['tenant_id', 'generation'] LOOP
    PERFORM pg_restore_attribute_stats(
      'schemaname', 'app', 'relname', 'fuel_rollups', 'attname', key, 'inherited', false,
      'null_frac', 0::real, 'avg_width', CASE key WHEN 'tenant_id' THEN 16 ELSE 4 END, 'n_distinct', 1::real);
  END LOOP;
END $$;

-- An odometer is replaced once in a vehicle's life, if ever: found without reading every reading.
CREATE INDEX odometer_readings_steps ON app.odometer_readings (tenant_id, generation, vehicle_id) WHERE step_m <> 0;
