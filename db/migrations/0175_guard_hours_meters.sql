-- Hours meters are held to their neighbours like odometers: in the same step as the append, under the same lock.

-- What an event says that an hours meter showed, where it counts: few events do, so the path of all others stays as it is.
-- Of a replaced meter: `replaced_min` is what the old one showed last, `minutes` what the new one showed first.
CREATE TABLE app.event_hours (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamptz NOT NULL,
  order_version integer NOT NULL,
  minutes bigint NOT NULL CHECK (minutes >= 0),
  replaced_min bigint CHECK (replaced_min >= 0),
  PRIMARY KEY (tenant_id, event_id)
);
CREATE INDEX event_hours_in_order ON app.event_hours (tenant_id, vehicle_id, date DESC, occurred_at DESC, order_version DESC);

-- Hours were in the data of three types before, and only warned of; from here on the command says them beside it.
ALTER TABLE app.vehicle_events NO FORCE ROW LEVEL SECURITY;
INSERT INTO app.event_hours (tenant_id, event_id, vehicle_id, date, occurred_at, order_version, minutes)
SELECT e.tenant_id, e.id, e.vehicle_id, e.date, e.occurred_at, e.order_version, round((e.payload -> 'data' ->> 'hours')::numeric * 60)
  FROM app.vehicle_events e
 WHERE e.type IN ('hours-meter', 'maintenance', 'inspection') AND e.payload -> 'data' ? 'hours';
ALTER TABLE app.vehicle_events FORCE ROW LEVEL SECURITY;

ALTER TABLE app.event_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY event_hours_append_select ON app.event_hours FOR SELECT TO odolog_appender
  USING ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE);
CREATE POLICY event_hours_append_insert ON app.event_hours FOR INSERT TO odolog_appender
  WITH CHECK ((tenant_id = ANY ((SELECT app.current_tenant_ids())::uuid[])) IS TRUE);
GRANT SELECT, INSERT ON app.event_hours TO odolog_appender;
CREATE TRIGGER append_only_statement BEFORE UPDATE OR DELETE ON app.event_hours FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.event_hours FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON app.event_hours FROM odolog_owner;

-- True hours go on where a meter was replaced, for the reminders that are due by them. Nothing was replaced before this version.
ALTER TABLE app.reminder_events ADD COLUMN runtime_step_min bigint NOT NULL DEFAULT 0;

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

ALTER TYPE app.recorded_event ADD ATTRIBUTE minutes bigint, ADD ATTRIBUTE replaced_min bigint;
-- As app.neighbour_hours returns it.
CREATE TYPE app.placed_hours AS (id uuid, date date, minutes bigint);

CREATE OR REPLACE FUNCTION app.recorded_event(p_tenant uuid, p_id uuid) RETURNS app.recorded_event
LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  known_date date;
  result app.recorded_event;
BEGIN
  SELECT i.date INTO known_date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id;
  SELECT e.id, e.vehicle_id, e.date, e.occurred_at, e.order_version, e.type, e.corrects_id,
         CASE WHEN NOT e.odometer_void THEN e.odometer_m END, (e.payload ->> 'replacedM')::bigint, h.minutes, h.replaced_min
    INTO result FROM app.vehicle_events e
    LEFT JOIN app.event_hours h ON h.tenant_id = p_tenant AND h.event_id = p_id
   WHERE e.tenant_id = p_tenant AND e.id = p_id AND e.date = known_date;
  RETURN result;
END $$;

-- The effective hours before (-1) or after (+1) an event; after it, of a replaced meter what the old one showed last.
CREATE FUNCTION app.neighbour_hours(p_tenant uuid, p_event app.recorded_event, p_without uuid, p_direction integer) RETURNS app.placed_hours
LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  result app.placed_hours;
BEGIN
  IF p_direction < 0 THEN
    SELECT h.event_id, h.date, h.minutes INTO result FROM app.event_hours h
     WHERE h.tenant_id = p_tenant AND h.vehicle_id = p_event.vehicle_id
       AND (h.date, h.occurred_at, h.order_version) < (p_event.date, p_event.at, p_event.place) AND h.event_id IS DISTINCT FROM p_without
       AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id) IS NULL
     ORDER BY h.date DESC, h.occurred_at DESC, h.order_version DESC LIMIT 1;
  ELSE
    SELECT h.event_id, h.date, COALESCE(h.replaced_min, h.minutes) INTO result FROM app.event_hours h
     WHERE h.tenant_id = p_tenant AND h.vehicle_id = p_event.vehicle_id
       AND (h.date, h.occurred_at, h.order_version) > (p_event.date, p_event.at, p_event.place) AND h.event_id IS DISTINCT FROM p_without
       AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id) IS NULL
     ORDER BY h.date, h.occurred_at, h.order_version LIMIT 1;
  END IF;
  RETURN result;
END $$;

CREATE FUNCTION app.hours_out_of_order(p_earlier app.placed_hours, p_later app.placed_hours) RETURNS app.append_result
LANGUAGE sql IMMUTABLE SET search_path = ''
BEGIN ATOMIC
  -- minutes, where an odometer out of order names metres
  SELECT ROW('hours-out-of-order', NULL::integer, NULL::bigint, (p_earlier).id, (p_earlier).date, (p_earlier).minutes,
             (p_later).id, (p_later).date, (p_later).minutes)::app.append_result;
END;

-- Why the hours that come, or those that go, may not; without a status where they may.
CREATE FUNCTION app.refused_hours(p_tenant uuid, p_comes app.recorded_event, p_goes app.recorded_event) RETURNS app.append_result
LANGUAGE plpgsql STABLE SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  earlier app.placed_hours;
  later app.placed_hours;
  before_gap app.placed_hours;
  after_gap app.placed_hours;
BEGIN
  IF p_comes.minutes IS NOT NULL THEN
    earlier := app.neighbour_hours(p_tenant, p_comes, p_goes.id, -1);
    later := app.neighbour_hours(p_tenant, p_comes, p_goes.id, 1);
    IF COALESCE(p_comes.replaced_min, p_comes.minutes) < earlier.minutes OR p_comes.minutes > later.minutes THEN
      RETURN app.hours_out_of_order(earlier, later);
    END IF;
  END IF;
  -- Without a replacement of the meter, the hours around it may no longer follow on each other.
  IF p_goes.replaced_min IS NOT NULL THEN
    before_gap := app.neighbour_hours(p_tenant, p_goes, p_goes.id, -1);
    after_gap := app.neighbour_hours(p_tenant, p_goes, p_goes.id, 1);
    IF before_gap.minutes > after_gap.minutes
        AND (p_comes.minutes IS NULL OR (earlier.id, later.id) IS DISTINCT FROM (before_gap.id, after_gap.id)) THEN
      RETURN app.hours_out_of_order(before_gap, after_gap);
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Every guard spelled out under the head's lock: duplicates, refusals, back-dated readings, corrections, retractions, restorations.
CREATE OR REPLACE FUNCTION app.append_guarded(
  p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamptz, p_time_known boolean, p_type text, p_schema smallint,
  p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid,
  p_by uuid, p_source text) RETURNS app.append_result
LANGUAGE plpgsql SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  head record;
  known record;
  target app.recorded_event;
  beneath app.recorded_event;
  -- the event whose reading comes, if it is one that counts, and the one whose reading goes
  comes app.recorded_event;
  goes app.recorded_event;
  earlier app.placed_reading;
  later app.placed_reading;
  before_gap app.placed_reading;
  after_gap app.placed_reading;
  result app.append_result;
  known_date date;
  target_date date;
  place integer;
  restores boolean := p_corrects IS NOT NULL AND p_type = 'restoration';
  hides boolean := p_corrects IS NOT NULL AND p_type IN ('retraction', 'restoration');
  -- supersessions that end, and the ones that hold again
  ended uuid[] := '{}';
  renewed uuid[] := '{}';
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
    target := app.recorded_event(p_tenant, p_corrects);
    IF target.id IS NULL OR target.vehicle_id <> p_vehicle
        OR (CASE WHEN restores THEN target.corrects_id IS NULL ELSE target.type IN ('retraction', 'restoration') END) THEN
      result.status := 'unknown-target';
      RETURN result;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = p_corrects) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    place := target.place;
    target_date := target.date;
    goes := target;
  END IF;
  comes := ROW(p_id, p_vehicle, p_date, p_at, place, p_type, p_corrects, CASE WHEN NOT p_void AND NOT hides THEN p_odometer_m END,
            (p_payload ->> 'replacedM')::bigint, (p_payload ->> 'runtimeMin')::bigint, (p_payload ->> 'replacedMin')::bigint)::app.recorded_event;

  -- What is undone ends, and what that had undone holds again: so on along the chain, down to the correction at its root.
  WHILE restores LOOP
    ended := ended || target.corrects_id;
    beneath := app.recorded_event(p_tenant, target.corrects_id);
    IF target.type <> 'restoration' THEN
      goes := target;
      comes := beneath;
      EXIT;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = beneath.corrects_id) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    renewed := renewed || beneath.id;
    target := app.recorded_event(p_tenant, beneath.corrects_id);
    IF beneath.type <> 'restoration' THEN
      goes := target;
      comes := beneath;
      EXIT;
    END IF;
  END LOOP;

  IF comes.odometer_m IS NOT NULL THEN
    IF head.reading_m IS NULL
        OR (head.reading_id IS DISTINCT FROM goes.id AND (comes.date, comes.at, comes.place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
      earlier := ROW(head.reading_id, head.reading_date, head.reading_at, head.reading_order, head.reading_m)::app.placed_reading;
      later := NULL::app.placed_reading;
    ELSE
      earlier := app.neighbour_reading(p_tenant, p_vehicle, comes.date, comes.at, comes.place, goes.id, -1);
      later := app.neighbour_reading(p_tenant, p_vehicle, comes.date, comes.at, comes.place, goes.id, 1);
    END IF;
    IF COALESCE(comes.replaced_m, comes.odometer_m) < earlier.metres OR comes.odometer_m > later.metres THEN
      RETURN app.out_of_order(earlier, later);
    END IF;
  END IF;

  -- Without a replacement of the odometer, the readings around it may no longer follow on each other.
  IF goes.replaced_m IS NOT NULL AND goes.odometer_m IS NOT NULL THEN
    before_gap := app.neighbour_reading(p_tenant, p_vehicle, goes.date, goes.at, goes.place, goes.id, -1);
    after_gap := app.neighbour_reading(p_tenant, p_vehicle, goes.date, goes.at, goes.place, goes.id, 1);
    IF before_gap.metres > after_gap.metres
        AND (comes.odometer_m IS NULL OR (earlier.id, later.id) IS DISTINCT FROM (before_gap.id, after_gap.id)) THEN
      RETURN app.out_of_order(before_gap, after_gap);
    END IF;
  END IF;

  result := app.refused_hours(p_tenant, comes, goes);
  IF result.status IS NOT NULL THEN
    RETURN result;
  END IF;

  -- The head's reading may go (the one before it comes back) and a later one may come.
  IF head.reading_id = goes.id THEN
    earlier := app.neighbour_reading(p_tenant, p_vehicle, head.reading_date, head.reading_at, head.reading_order, goes.id, -1);
    head.reading_id := earlier.id;
    head.reading_date := earlier.date;
    head.reading_at := earlier.at;
    head.reading_order := earlier."order";
    head.reading_m := earlier.metres;
  END IF;
  IF comes.odometer_m IS NOT NULL
      AND (head.reading_m IS NULL OR (comes.date, comes.at, comes.place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
    head.reading_id := comes.id;
    head.reading_date := comes.date;
    head.reading_at := comes.at;
    head.reading_order := comes.place;
    head.reading_m := comes.odometer_m;
  END IF;

  -- The id first: an append of the same id to another vehicle makes us wait here, before the tenant's head is held.
  INSERT INTO app.event_ids (tenant_id, id, date) VALUES (p_tenant, p_id, p_date) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    result.status := 'id-reused';
    RETURN result;
  END IF;
  IF p_corrects IS NOT NULL THEN
    IF restores THEN
      DELETE FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = ANY (ended);
      INSERT INTO app.event_supersessions (tenant_id, event_id, by_id, by_date, vehicle_id, retracts)
      SELECT p_tenant, e.corrects_id, e.id, e.date, p_vehicle, e.type IN ('retraction', 'restoration')
        FROM unnest(renewed) r(id) CROSS JOIN LATERAL app.recorded_event(p_tenant, r.id) e;
    END IF;
    INSERT INTO app.event_supersessions (tenant_id, event_id, by_id, by_date, vehicle_id, retracts)
    VALUES (p_tenant, p_corrects, p_id, p_date, p_vehicle, hides);
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
  IF p_payload ? 'runtimeMin' THEN
    INSERT INTO app.event_hours (tenant_id, event_id, vehicle_id, date, occurred_at, order_version, minutes, replaced_min)
    VALUES (p_tenant, p_id, p_vehicle, p_date, p_at, place, (p_payload ->> 'runtimeMin')::bigint, (p_payload ->> 'replacedMin')::bigint);
  END IF;
  result.status := 'appended';
  result.version := head.version + 1;
  RETURN result;
END $$;

-- One command. The usual one is one statement: the guarded UPDATE of the head is lock, expected version, odometer in
-- order, duplicate probe and chain at once. Where it matches no row nothing is written, and every guard is spelled out.
-- A replaced odometer always goes that way, and so does what an hours meter showed: the head knows nothing of them.
CREATE OR REPLACE FUNCTION app.append_event(
  p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamptz, p_time_known boolean, p_type text, p_schema smallint,
  p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid,
  p_by uuid, p_source text) RETURNS app.append_result
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  result app.append_result;
  reading bigint := CASE WHEN p_void THEN NULL ELSE p_odometer_m END;
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'events are appended in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  IF p_corrects IS NULL AND NOT p_payload ?| '{replacedM,runtimeMin}' THEN
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

REVOKE ALL ON FUNCTION app.neighbour_hours, app.hours_out_of_order, app.refused_hours FROM PUBLIC;

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
