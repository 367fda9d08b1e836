-- A sequence wrote both heads once for each of its events. A row that a transaction wrote over stays until it ends, and every further
-- look walks past all of them: ten thousand events cost more than twice as much each as one thousand. Now the plain ones among
-- them are appended by one statement, as many as fit together.

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

-- Whether every reading of a stretch of plain commands stands between its neighbours: those that are stored, and each other. What stands
-- is in order, so no part of it is out of order, whichever came first. They are gone through by their days, and the stored
-- neighbours are looked up once for each gap between stored readings: once in all, where a history comes before or after
-- another.
CREATE FUNCTION app.readings_fit(
  p_tenant uuid, p_vehicle uuid, p_head app.vehicle_streams, p_from integer, p_upto integer, p_date date[], p_at timestamptz[],
  p_odometer_m bigint[], p_void boolean[]) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  reading record;
  later app.placed_reading;
  least_m bigint;
  is_looked_up boolean := false;
BEGIN
  FOR reading IN
    SELECT p_date[o] AS date, p_at[o] AS at, p_odometer_m[o] AS metres FROM generate_series(p_from, p_upto) o
     WHERE p_odometer_m[o] IS NOT NULL AND NOT p_void[o] ORDER BY p_date[o], p_at[o], o
  LOOP
    IF NOT is_looked_up OR (reading.date, reading.at) >= (later.date, later.at) THEN
      is_looked_up := true;
      IF p_head.reading_m IS NULL OR (reading.date, reading.at) >= (p_head.reading_date, p_head.reading_at) THEN
        least_m := p_head.reading_m;
        later := NULL;
      ELSE
        SELECT earlier.metres INTO least_m
          FROM app.neighbour_reading(p_tenant, p_vehicle, reading.date, reading.at, p_head.version + 1, NULL, -1) earlier;
        later := app.neighbour_reading(p_tenant, p_vehicle, reading.date, reading.at, p_head.version + 1, NULL, 1);
      END IF;
    END IF;
    IF reading.metres < least_m OR reading.metres > later.metres THEN
      RETURN false;
    END IF;
    least_m := reading.metres;
  END LOOP;
  RETURN true;
END $$;

-- Many commands of one vehicle in one transaction, in the order given: imports and batches. Each sees those before it. A stretch
-- of plain ones, which all fit, is one statement: half as many are tried where they do not, twice as many where they did. What is left
-- alone, and what is more than plain (an expected version, a correction, a replaced odometer, hours), goes one by one.
CREATE OR REPLACE FUNCTION app.append_all(
  p_tenant uuid, p_vehicle uuid, p_id uuid[], p_date date[], p_at timestamptz[], p_time_known boolean[], p_type text[],
  p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[],
  p_corrects uuid[], p_by uuid[], p_source text[]) RETURNS SETOF app.append_result
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  many CONSTANT integer := COALESCE(array_length(p_id, 1), 0);
  head app.vehicle_streams;
  reach integer := many;
  at_hand integer := 1;
  upto integer;
  last_reading integer;
  chain bytea[];
  base bigint;
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'events are appended in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  WHILE at_hand <= many LOOP
    upto := at_hand - 1;
    WHILE upto < LEAST(at_hand + reach - 1, many) AND p_expected[upto + 1] IS NULL AND p_corrects[upto + 1] IS NULL
        AND NOT p_payload[upto + 1] ?| ARRAY['replacedM', 'runtimeMin'] LOOP
      upto := upto + 1;
    END LOOP;

    IF upto > at_hand THEN
      SELECT s.* INTO head FROM app.vehicle_streams s WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle FOR NO KEY UPDATE;
      -- None of them may be known, or come twice; asked in a scalar subquery, for a probe of the index each.
      IF head.vehicle_id IS NULL
          OR EXISTS (SELECT FROM generate_series(at_hand, upto) o
                      WHERE (SELECT i.date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id[o]) IS NOT NULL)
          OR (SELECT count(DISTINCT p_id[o]) FROM generate_series(at_hand, upto) o) <= upto - at_hand
          OR NOT app.readings_fit(p_tenant, p_vehicle, head, at_hand, upto, p_date, p_at, p_odometer_m, p_void) THEN
        reach := (upto - at_hand + 1) / 2;
        CONTINUE;
      END IF;

      chain := '{}';
      FOR o IN at_hand .. upto LOOP
        head.chain_hash := sha256(head.chain_hash || substring(p_hashes FROM (o - 1) * 32 + 1 FOR 32));
        chain := array_append(chain, head.chain_hash);
      END LOOP;
      SELECT o INTO last_reading FROM generate_series(at_hand, upto) o
       WHERE p_odometer_m[o] IS NOT NULL AND NOT p_void[o] ORDER BY p_date[o] DESC, p_at[o] DESC, o DESC LIMIT 1;
      IF FOUND AND (head.reading_m IS NULL OR (p_date[last_reading], p_at[last_reading]) >= (head.reading_date, head.reading_at)) THEN
        head.reading_id := p_id[last_reading];
        head.reading_date := p_date[last_reading];
        head.reading_at := p_at[last_reading];
        head.reading_order := head.version + last_reading - at_hand + 1;
        head.reading_m := p_odometer_m[last_reading];
      END IF;
      -- The ids first: an append of one of them to another vehicle makes us wait here, before the tenant's head is held.
      INSERT INTO app.event_ids (tenant_id, id, date)
      SELECT p_tenant, p_id[o], p_date[o] FROM generate_series(at_hand, upto) o ORDER BY p_id[o];
      UPDATE app.vehicle_streams s
         SET version = head.version + upto - at_hand + 1, chain_hash = head.chain_hash, reading_id = head.reading_id,
             reading_date = head.reading_date, reading_at = head.reading_at, reading_order = head.reading_order, reading_m = head.reading_m
       WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle;
      UPDATE app.tenant_heads t SET position = t.position + upto - at_hand + 1
       WHERE t.tenant_id = p_tenant RETURNING t.position - upto + at_hand - 1 INTO base;
      INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
          odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
      SELECT p_tenant, p_vehicle, p_id[o], p_date[o], p_at[o], p_time_known[o], p_type[o], p_schema[o], p_odometer_m[o],
          p_void[o], p_payload[o], p_notes[o], head.version + o - at_hand + 1, head.version + o - at_hand + 1, base + o - at_hand + 1,
          substring(p_hashes FROM (o - 1) * 32 + 1 FOR 32), chain[o - at_hand + 1], p_by[o], p_source[o]
        FROM generate_series(at_hand, upto) o;
      RETURN QUERY SELECT 'appended', head.version + o - at_hand + 1, base + o - at_hand + 1,
          NULL::uuid, NULL::date, NULL::bigint, NULL::uuid, NULL::date, NULL::bigint
        FROM generate_series(at_hand, upto) o;
      reach := (upto - at_hand + 1) * 2;
      at_hand := upto + 1;
    ELSE
      RETURN NEXT app.append_event(p_tenant, p_vehicle, p_id[at_hand], p_date[at_hand], p_at[at_hand], p_time_known[at_hand],
        p_type[at_hand], p_schema[at_hand], p_odometer_m[at_hand], p_void[at_hand], p_payload[at_hand], p_notes[at_hand],
        substring(p_hashes FROM (at_hand - 1) * 32 + 1 FOR 32), p_expected[at_hand], p_corrects[at_hand], p_by[at_hand], p_source[at_hand]);
      at_hand := at_hand + 1;
      reach := GREATEST(reach, 2);
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION app.readings_fit FROM PUBLIC;

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
