-- The only way into vehicle_events: functions that run with the rights of odolog_appender. An expected outcome is a
-- status, never an exception. READ COMMITTED is assumed: a statement that waited for a lock sees what committed meanwhile.

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

CREATE TYPE app.append_result AS (
  status text,
  version integer,
  "position" bigint,
  previous_id uuid,
  previous_date date,
  previous_m bigint,
  next_id uuid,
  next_date date,
  next_m bigint
);

-- A vehicle begins: its head, and the tenant's if it is the first.
CREATE FUNCTION app.open_stream(p_tenant uuid, p_vehicle uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  INSERT INTO app.tenant_heads (tenant_id) VALUES (p_tenant) ON CONFLICT DO NOTHING;
  INSERT INTO app.vehicle_streams (tenant_id, vehicle_id, chain_hash)
  VALUES (p_tenant, p_vehicle, sha256(uuid_send(p_vehicle))) ON CONFLICT DO NOTHING;
END $$;

-- The effective reading before (-1) or after (+1) a place in the order. Looks 400 days around first, which prunes all
-- but two or three partitions, and everywhere only when nothing is there.
CREATE FUNCTION app.neighbour_reading(
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
         AND NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)
       ORDER BY e.date DESC, e.occurred_at DESC, e.order_version DESC LIMIT 1;
    ELSE
      bound := CASE WHEN stage = 1 THEN p_date + 400 ELSE 'infinity'::date END;
      SELECT e.id, e.date, e.occurred_at, e.order_version, e.odometer_m INTO found_reading
        FROM app.vehicle_events e
       WHERE e.tenant_id = p_tenant AND e.vehicle_id = p_vehicle AND e.date BETWEEN p_date AND bound
         AND (e.date, e.occurred_at, e.order_version) > (p_date, p_at, p_order)
         AND e.odometer_m IS NOT NULL AND NOT e.odometer_void AND e.id IS DISTINCT FROM p_without
         AND NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)
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

-- Every guard spelled out under the head's lock: duplicates, refusals, back-dated readings, corrections, retractions.
CREATE FUNCTION app.append_guarded(
  p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamptz, p_time_known boolean, p_type text, p_schema smallint,
  p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid,
  p_by uuid, p_source text) RETURNS app.append_result
LANGUAGE plpgsql SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  head record;
  known record;
  target record;
  earlier record;
  later record;
  result app.append_result;
  target_date date;
  place integer;
  reading bigint := CASE WHEN p_void THEN NULL ELSE p_odometer_m END;
  retracts boolean := p_corrects IS NOT NULL AND p_type = 'retraction';
  head_leaves boolean := false;
  next_chain bytea;
BEGIN
  SELECT s.* INTO head FROM app.vehicle_streams s WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    result.status := 'unknown-vehicle';
    RETURN result;
  END IF;

  -- The same id again is the same command, unless its content differs.
  SELECT e.version, e.position, e.content_hash, e.vehicle_id INTO known
    FROM app.event_ids i JOIN app.vehicle_events e ON e.tenant_id = i.tenant_id AND e.id = i.id AND e.date = i.date
   WHERE i.tenant_id = p_tenant AND i.id = p_id;
  IF FOUND THEN
    IF known.content_hash = p_hash AND known.vehicle_id = p_vehicle THEN
      result.status := 'duplicate';
      result.version := known.version;
      result.position := known.position;
    ELSE
      result.status := 'id-reused';
    END IF;
    RETURN result;
  END IF;

  IF p_expected IS NOT NULL AND p_expected <> head.version THEN
    result.status := 'version-conflict';
    result.version := head.version;
    RETURN result;
  END IF;

  place := head.version + 1;
  IF p_corrects IS NOT NULL THEN
    SELECT e.date, e.order_version, e.type INTO target
      FROM app.event_ids i JOIN app.vehicle_events e ON e.tenant_id = i.tenant_id AND e.id = i.id AND e.date = i.date
     WHERE i.tenant_id = p_tenant AND i.id = p_corrects AND e.vehicle_id = p_vehicle;
    IF NOT FOUND OR target.type = 'retraction' THEN
      result.status := 'unknown-target';
      RETURN result;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = p_corrects) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    place := target.order_version;
    target_date := target.date;
    head_leaves := head.reading_id IS NOT DISTINCT FROM p_corrects;
    IF retracts THEN
      reading := NULL;
    END IF;
  END IF;

  IF reading IS NOT NULL THEN
    IF head.reading_m IS NULL OR (NOT head_leaves AND (p_date, p_at, place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
      IF reading < head.reading_m THEN
        result.status := 'odometer-out-of-order';
        result.previous_id := head.reading_id;
        result.previous_date := head.reading_date;
        result.previous_m := head.reading_m;
        RETURN result;
      END IF;
    ELSE
      earlier := app.neighbour_reading(p_tenant, p_vehicle, p_date, p_at, place, p_corrects, -1);
      later := app.neighbour_reading(p_tenant, p_vehicle, p_date, p_at, place, p_corrects, 1);
      IF reading < earlier.metres OR reading > later.metres THEN
        result.status := 'odometer-out-of-order';
        result.previous_id := earlier.id;
        result.previous_date := earlier.date;
        result.previous_m := earlier.metres;
        result.next_id := later.id;
        result.next_date := later.date;
        result.next_m := later.metres;
        RETURN result;
      END IF;
    END IF;
  END IF;

  -- The head's reading may leave (it is corrected or retracted: the one before it comes back) and a later one may come.
  IF head_leaves THEN
    earlier := app.neighbour_reading(p_tenant, p_vehicle, head.reading_date, head.reading_at, head.reading_order, p_corrects, -1);
    head.reading_id := earlier.id;
    head.reading_date := earlier.date;
    head.reading_at := earlier.at;
    head.reading_order := earlier."order";
    head.reading_m := earlier.metres;
  END IF;
  IF reading IS NOT NULL AND (head.reading_m IS NULL OR (p_date, p_at, place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
    head.reading_id := p_id;
    head.reading_date := p_date;
    head.reading_at := p_at;
    head.reading_order := place;
    head.reading_m := reading;
  END IF;

  -- The id first: an append of the same id to another vehicle makes us wait here, before the tenant's head is held.
  INSERT INTO app.event_ids (tenant_id, id, date) VALUES (p_tenant, p_id, p_date) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    result.status := 'id-reused';
    RETURN result;
  END IF;
  IF p_corrects IS NOT NULL THEN
    INSERT INTO app.event_supersessions (tenant_id, event_id, by_id, by_date, vehicle_id, retracts)
    VALUES (p_tenant, p_corrects, p_id, p_date, p_vehicle, retracts);
  END IF;
  next_chain := sha256(head.chain_hash || p_hash);
  UPDATE app.vehicle_streams s
     SET version = head.version + 1, chain_hash = next_chain, reading_id = head.reading_id, reading_date = head.reading_date,
         reading_at = head.reading_at, reading_order = head.reading_order, reading_m = head.reading_m
   WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle;
  UPDATE app.tenant_heads t SET position = t.position + 1 WHERE t.tenant_id = p_tenant RETURNING t.position INTO result.position;
  INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m, odometer_void,
      payload, notes, version, order_version, position, corrects_id, corrects_date, content_hash, chain_hash, recorded_by, source)
  VALUES (p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m, p_void,
      p_payload, p_notes, head.version + 1, place, result.position, p_corrects, target_date, p_hash, next_chain, p_by, p_source);
  result.status := 'appended';
  result.version := head.version + 1;
  RETURN result;
END $$;

-- One command. The usual one is one statement: the guarded UPDATE of the head is lock, expected version, odometer in
-- order, duplicate probe and chain at once. Where it matches no row nothing is written, and every guard is spelled out.
CREATE FUNCTION app.append_event(
  p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamptz, p_time_known boolean, p_type text, p_schema smallint,
  p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid,
  p_by uuid, p_source text) RETURNS app.append_result
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  result app.append_result;
  reading bigint := CASE WHEN p_void THEN NULL ELSE p_odometer_m END;
BEGIN
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  IF p_corrects IS NULL THEN
    WITH head AS (
      UPDATE app.vehicle_streams s
         SET version = s.version + 1,
             chain_hash = sha256(s.chain_hash || p_hash),
             reading_m = COALESCE(reading, s.reading_m),
             reading_date = CASE WHEN reading IS NULL THEN s.reading_date ELSE p_date END,
             reading_at = CASE WHEN reading IS NULL THEN s.reading_at ELSE p_at END,
             reading_order = CASE WHEN reading IS NULL THEN s.reading_order ELSE s.version + 1 END,
             reading_id = CASE WHEN reading IS NULL THEN s.reading_id ELSE p_id END
       WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle
         AND (p_expected IS NULL OR s.version = p_expected)
         AND (reading IS NULL OR s.reading_m IS NULL OR ((p_date, p_at) >= (s.reading_date, s.reading_at) AND reading >= s.reading_m))
         AND NOT EXISTS (SELECT FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id)
      RETURNING s.version, s.chain_hash),
    registered AS (INSERT INTO app.event_ids (tenant_id, id, date) SELECT p_tenant, p_id, p_date FROM head RETURNING 1),
    placed AS (
      UPDATE app.tenant_heads t SET position = t.position + 1 FROM registered WHERE t.tenant_id = p_tenant RETURNING t.position),
    stored AS (
      INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
          odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
      SELECT p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m,
          p_void, p_payload, p_notes, head.version, head.version, placed.position, p_hash, head.chain_hash, p_by, p_source
        FROM head, placed)
    SELECT 'appended', head.version, placed.position INTO result.status, result.version, result.position FROM head, placed;
    IF result.status IS NOT NULL THEN
      RETURN result;
    END IF;
  END IF;
  RETURN app.append_guarded(p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m, p_void,
                            p_payload, p_notes, p_hash, p_expected, p_corrects, p_by, p_source);
END $$;

-- A batch of several tenants' commands, each vehicle at most once, in one statement. Rows that do not come back are
-- appended singly by the caller. Locks are taken in three phases, each sorted (vehicle heads, ids, tenant heads): ids
-- taken between vehicle locks let two batches that race for one id deadlock. The arrays arrive sorted by tenant and
-- vehicle, and with hash and merge joins off the nested loop locks in that order.
CREATE FUNCTION app.append_group(
  p_scope text, p_tenant uuid[], p_vehicle uuid[], p_id uuid[], p_date date[], p_at timestamptz[], p_time_known boolean[], p_type text[],
  p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[],
  p_by uuid[], p_source text[]) RETURNS TABLE (ordinal integer, version integer, "position" bigint)
LANGUAGE plpgsql ROWS 64 SECURITY DEFINER
SET search_path = '' SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal(p_scope);
  RETURN QUERY
  WITH command AS MATERIALIZED (
    SELECT o, p_tenant[o] AS tenant, p_vehicle[o] AS vehicle, p_id[o] AS id, p_date[o] AS date, p_at[o] AS at,
           CASE WHEN p_void[o] THEN NULL ELSE p_odometer_m[o] END AS reading, p_expected[o] AS expected
      FROM generate_subscripts(p_tenant, 1) o),
  head AS (
    UPDATE app.vehicle_streams s
       SET version = s.version + 1,
           chain_hash = sha256(s.chain_hash || substring(p_hashes FROM (c.o - 1) * 32 + 1 FOR 32)),
           reading_m = COALESCE(c.reading, s.reading_m),
           reading_date = CASE WHEN c.reading IS NULL THEN s.reading_date ELSE c.date END,
           reading_at = CASE WHEN c.reading IS NULL THEN s.reading_at ELSE c.at END,
           reading_order = CASE WHEN c.reading IS NULL THEN s.reading_order ELSE s.version + 1 END,
           reading_id = CASE WHEN c.reading IS NULL THEN s.reading_id ELSE c.id END
      FROM command c
     WHERE s.tenant_id = c.tenant AND s.vehicle_id = c.vehicle
       AND (c.expected IS NULL OR s.version = c.expected)
       AND (c.reading IS NULL OR s.reading_m IS NULL OR ((c.date, c.at) >= (s.reading_date, s.reading_at) AND c.reading >= s.reading_m))
       AND NOT EXISTS (SELECT FROM app.event_ids i WHERE i.tenant_id = c.tenant AND i.id = c.id)
    RETURNING c.o, c.tenant, c.id, c.date, s.version, s.chain_hash),
  registered AS (
    INSERT INTO app.event_ids (tenant_id, id, date) SELECT h.tenant, h.id, h.date FROM head h ORDER BY h.tenant, h.id RETURNING tenant_id),
  tenant AS (
    UPDATE app.tenant_heads t SET position = t.position + r.events
      FROM (SELECT r.tenant_id, count(*) AS events FROM registered r GROUP BY 1 ORDER BY 1) r
     WHERE t.tenant_id = r.tenant_id RETURNING t.tenant_id, t.position - r.events AS base),
  numbered AS MATERIALIZED (
    SELECT h.*, t.base + row_number() OVER (PARTITION BY h.tenant ORDER BY h.o) AS place
      FROM head h JOIN tenant t ON t.tenant_id = h.tenant),
  stored AS (
    INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
        odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
    SELECT n.tenant, p_vehicle[n.o], n.id, n.date, p_at[n.o], p_time_known[n.o], p_type[n.o], p_schema[n.o], p_odometer_m[n.o],
        p_void[n.o], p_payload[n.o], p_notes[n.o], n.version, n.version, n.place,
        substring(p_hashes FROM (n.o - 1) * 32 + 1 FOR 32), n.chain_hash, p_by[n.o], p_source[n.o]
      FROM numbered n)
  SELECT n.o, n.version, n.place FROM numbered n;
END $$;

-- Many commands of one vehicle in one transaction, in the order given: imports and batches. Each sees those before it.
CREATE FUNCTION app.append_all(
  p_tenant uuid, p_vehicle uuid, p_id uuid[], p_date date[], p_at timestamptz[], p_time_known boolean[], p_type text[],
  p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[],
  p_corrects uuid[], p_by uuid[], p_source text[]) RETURNS SETOF app.append_result
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  FOR o IN 1 .. COALESCE(array_length(p_id, 1), 0) LOOP
    RETURN NEXT app.append_event(p_tenant, p_vehicle, p_id[o], p_date[o], p_at[o], p_time_known[o], p_type[o], p_schema[o],
      p_odometer_m[o], p_void[o], p_payload[o], p_notes[o], substring(p_hashes FROM (o - 1) * 32 + 1 FOR 32), p_expected[o],
      p_corrects[o], p_by[o], p_source[o]);
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION app.open_stream, app.neighbour_reading, app.append_guarded, app.append_event, app.append_group, app.append_all FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_stream, app.append_event, app.append_group, app.append_all TO odolog_api;

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
