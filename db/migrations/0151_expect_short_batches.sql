-- A batch finds the heads of its vehicles by their keys, whatever the planner believes of either.

-- It takes a list of unknown length for a thousand rows, and the heads that are open for next to none as long as there are no
-- statistics: it read every head of the installation for each batch. A range, which all ordinals are in, is taken for five.
GRANT CREATE ON SCHEMA app TO odolog_appender;
SET LOCAL ROLE odolog_appender;

CREATE OR REPLACE FUNCTION app.append_group(
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

RESET ROLE;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_appender;
