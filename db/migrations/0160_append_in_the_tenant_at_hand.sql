-- The append functions believed whichever tenant they were told, with the rights of a role that may write into all of them: what
-- ran in one tenant and named another was let in. Now they append in the tenant at hand, as every policy does.

-- For an append that is a statement, and a transaction, of its own: enters the tenant and hands it on, so that the append is
-- planned behind it. A transaction that is in another tenant stays there.
CREATE FUNCTION app.enter_tenant(p_tenant uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF p_tenant <> app.current_tenant_id() THEN
    RAISE EXCEPTION 'this transaction is in another tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_id = ' || quote_literal(p_tenant);
  RETURN p_tenant;
END $$;

-- The same for a batch, which may hold commands of several tenants: it enters them for the append and for nothing else, since
-- no policy of a process looks at that list. A transaction that is in a tenant cannot reach for others that way.
CREATE FUNCTION app.enter_tenants(p_scope text) RETURNS text LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF p_scope <> '{' || app.current_tenant_id() || '}' THEN
    RAISE EXCEPTION 'this transaction is in another tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal(p_scope);
  RETURN p_scope;
END $$;
REVOKE ALL ON FUNCTION app.enter_tenant(uuid), app.enter_tenants(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enter_tenant(uuid), app.enter_tenants(text) TO odolog_api;

GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

-- A vehicle begins: its head, and the tenant's if it is the first.
CREATE OR REPLACE FUNCTION app.open_stream(p_tenant uuid, p_vehicle uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'a stream is opened in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  INSERT INTO app.tenant_heads (tenant_id) VALUES (p_tenant) ON CONFLICT DO NOTHING;
  INSERT INTO app.vehicle_streams (tenant_id, vehicle_id, chain_hash)
  VALUES (p_tenant, p_vehicle, sha256(uuid_send(p_vehicle))) ON CONFLICT DO NOTHING;
END $$;

-- One command. The usual one is one statement: the guarded UPDATE of the head is lock, expected version, odometer in
-- order, duplicate probe and chain at once. Where it matches no row nothing is written, and every guard is spelled out.
-- A replaced odometer always goes that way: it is compared with what the old one showed last.
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
  IF p_corrects IS NULL AND NOT p_payload ? 'replacedM' THEN
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

-- A batch of several tenants' commands, each vehicle at most once, in one statement. Its scope is compared once; that every row
-- is within it is what the appender's policies say.
CREATE OR REPLACE FUNCTION app.append_group(
  p_scope text, p_tenant uuid[], p_vehicle uuid[], p_id uuid[], p_date date[], p_at timestamptz[], p_time_known boolean[], p_type text[],
  p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[],
  p_by uuid[], p_source text[]) RETURNS TABLE (ordinal integer, version integer, "position" bigint)
LANGUAGE plpgsql ROWS 64 SECURITY DEFINER
SET search_path = '' SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  IF (p_scope = current_setting('app.tenant_ids', true)) IS NOT TRUE
      OR p_scope <> '{' || app.current_tenant_id() || '}' THEN
    RAISE EXCEPTION 'a batch is appended in the tenants that it entered alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH command AS MATERIALIZED (
    SELECT o, p_tenant[o] AS tenant, p_vehicle[o] AS vehicle, p_id[o] AS id, p_date[o] AS date, p_at[o] AS at,
           CASE WHEN p_void[o] THEN NULL ELSE p_odometer_m[o] END AS reading, p_expected[o] AS expected
      FROM generate_subscripts(p_tenant, 1) o WHERE o BETWEEN 1 AND 1000),
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

-- Many commands of one vehicle (append_all) are a loop of append_event, which asks for each: it is the same tenant.

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;

-- Of people as people the identity provider alone speaks; what the API has to say, it says in its tenant.
SET LOCAL ROLE odolog_registrar;
REVOKE EXECUTE ON FUNCTION app.record_audit_of_person(uuid, text, jsonb) FROM odolog_api;
SET LOCAL ROLE odolog_owner;
