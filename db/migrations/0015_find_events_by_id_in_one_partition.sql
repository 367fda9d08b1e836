-- An event is found by its id in one partition, and supersessions by the event alone.

-- The join of the registry of ids with the events looked into every year: both sides were looked up by the id, and the
-- date only compared. Asked one after the other, the date prunes. The index of supersessions by vehicle served nobody
-- and, before the table had statistics, was preferred to the key: a page of the timeline read all of the tenant's.
DROP INDEX app.event_supersessions_vehicle;

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

-- Every guard spelled out under the head's lock: duplicates, refusals, back-dated readings, corrections, retractions.
CREATE OR REPLACE FUNCTION app.append_guarded(
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
  known_date date;
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
  SELECT i.date INTO known_date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id;
  IF FOUND THEN
    SELECT e.version, e.position, e.content_hash, e.vehicle_id INTO known
      FROM app.vehicle_events e WHERE e.tenant_id = p_tenant AND e.id = p_id AND e.date = known_date;
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
    SELECT i.date INTO target_date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_corrects;
    SELECT e.vehicle_id, e.order_version, e.type INTO target
      FROM app.vehicle_events e WHERE e.tenant_id = p_tenant AND e.id = p_corrects AND e.date = target_date;
    IF NOT FOUND OR target.vehicle_id <> p_vehicle OR target.type = 'retraction' THEN
      result.status := 'unknown-target';
      RETURN result;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = p_corrects) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    place := target.order_version;
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

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
