-- A back-dated reading finds its neighbours in an index of readings, in their exact order.

-- Without it the planner took the tenant's index and filtered by vehicle: an import of 5,000 back-dated readings cost
-- 1.2 ms a reading in a tenant of 10,000 events and 4 ms in one of 40,000. In order it costs nothing more than its upkeep.
CREATE INDEX vehicle_events_reading ON app.vehicle_events (tenant_id, vehicle_id, date, occurred_at, order_version)
  WHERE odometer_m IS NOT NULL AND NOT odometer_void;

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

-- The effective reading before (-1) or after (+1) a place in the order. Looks 400 days around first, which prunes all
-- but two or three partitions, and everywhere only when nothing is there. Whether a reading is superseded is asked in a
-- scalar subquery, for the one or two rows that it looks at: as an anti join it read all of the tenant's supersessions.
CREATE OR REPLACE FUNCTION app.neighbour_reading(
  p_tenant uuid, p_vehicle uuid, p_date date, p_at timestamptz, p_order integer, p_without uuid, p_direction integer,
  OUT id uuid, OUT date date, OUT at timestamptz, OUT "order" integer, OUT metres bigint)
LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  found_reading record;
  bound date;
BEGIN
  FOR stage IN 1..2 LOOP
    IF p_direction < 0 THEN
      bound := CASE WHEN stage = 1 THEN p_date - 400 ELSE '-infinity'::date END;
      SELECT e.id, e.date, e.occurred_at, e.order_version, e.odometer_m INTO found_reading
        FROM app.vehicle_events e
       WHERE e.tenant_id = p_tenant AND e.vehicle_id = p_vehicle AND e.date BETWEEN bound AND p_date
         AND (e.date, e.occurred_at, e.order_version) < (p_date, p_at, p_order)
         AND e.odometer_m IS NOT NULL AND NOT e.odometer_void AND e.id IS DISTINCT FROM p_without
         AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id) IS NULL
       ORDER BY e.date DESC, e.occurred_at DESC, e.order_version DESC LIMIT 1;
    ELSE
      bound := CASE WHEN stage = 1 THEN p_date + 400 ELSE 'infinity'::date END;
      SELECT e.id, e.date, e.occurred_at, e.order_version, e.odometer_m INTO found_reading
        FROM app.vehicle_events e
       WHERE e.tenant_id = p_tenant AND e.vehicle_id = p_vehicle AND e.date BETWEEN p_date AND bound
         AND (e.date, e.occurred_at, e.order_version) > (p_date, p_at, p_order)
         AND e.odometer_m IS NOT NULL AND NOT e.odometer_void AND e.id IS DISTINCT FROM p_without
         AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id) IS NULL
       ORDER BY e.date, e.occurred_at, e.order_version LIMIT 1;
    END IF;
    IF FOUND THEN
      id := found_reading.id;
      date := found_reading.date;
      at := found_reading.occurred_at;
      "order" := found_reading.order_version;
      metres := found_reading.odometer_m;
      RETURN;
    END IF;
  END LOOP;
END $$;

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
