-- A month of a vehicle on one line for dashboards, over all tenants at once: refreshed when something changed, read by tenant.
CREATE TABLE private.materialized_view_refreshes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  view text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  rows bigint NOT NULL,
  -- sum of the positions of all checkpoints that it was made from
  position bigint NOT NULL
);
CREATE INDEX materialized_view_refreshes_latest ON private.materialized_view_refreshes (view, id DESC);
-- how far the projectors were in each tenant when the view was last refreshed
CREATE TABLE private.timeline_feed_positions (
  tenant_id uuid PRIMARY KEY,
  position bigint NOT NULL
);
GRANT SELECT, INSERT, DELETE ON private.materialized_view_refreshes TO odolog_refresher;
GRANT SELECT, INSERT, UPDATE, DELETE ON private.timeline_feed_positions TO odolog_refresher;

-- The refresher reads the rollups of every tenant; nobody logs in as it.
CREATE POLICY event_rollups_refresh ON app.event_rollups FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY cost_rollups_refresh ON app.cost_rollups FOR SELECT TO odolog_refresher USING (true);
GRANT SELECT ON app.event_rollups, app.cost_rollups TO odolog_refresher;

-- What the rollups say now; the materialized view is a copy of it.
CREATE VIEW private.rollup_months WITH (security_invoker = true) AS
SELECT month_rows.tenant_id, month_rows.vehicle_id, month_rows.month,
       sum(month_rows.events)::bigint AS events,
       COALESCE(jsonb_object_agg(month_rows.key, month_rows.events) FILTER (WHERE month_rows.events IS NOT NULL), '{}') AS events_by_type,
       COALESCE(jsonb_object_agg(month_rows.key, month_rows.total_minor) FILTER (WHERE month_rows.total_minor IS NOT NULL), '{}') AS costs
  FROM (
    SELECT r.tenant_id, r.vehicle_id, r.month, r.type AS key, r.events, NULL::bigint AS total_minor
      FROM app.event_rollups r
      JOIN app.projector_checkpoints c ON c.tenant_id = r.tenant_id AND c.projector = 'vehicle-summary'
       AND c.generation = r.generation AND c.live
    UNION ALL
    SELECT r.tenant_id, r.vehicle_id, r.month, r.currency, NULL, sum(r.total_minor)::bigint
      FROM app.cost_rollups r
      JOIN app.projector_checkpoints c ON c.tenant_id = r.tenant_id AND c.projector = 'cost-rollups'
       AND c.generation = r.generation AND c.live
     GROUP BY r.tenant_id, r.vehicle_id, r.month, r.currency
  ) month_rows
 GROUP BY month_rows.tenant_id, month_rows.vehicle_id, month_rows.month;
-- How far the two projectors behind the view are in each tenant.
CREATE VIEW private.rollup_positions WITH (security_invoker = true) AS
SELECT c.tenant_id, sum(c.position)::bigint AS position
  FROM app.projector_checkpoints c
 WHERE c.live AND c.projector IN ('vehicle-summary', 'cost-rollups')
 GROUP BY c.tenant_id;
GRANT SELECT ON private.rollup_months, private.rollup_positions TO odolog_refresher;

GRANT CREATE ON SCHEMA app, private TO odolog_refresher;
SET LOCAL ROLE odolog_refresher;
CREATE MATERIALIZED VIEW private.timeline_feed AS SELECT * FROM private.rollup_months;
CREATE UNIQUE INDEX timeline_feed_key ON private.timeline_feed (tenant_id, vehicle_id, month);

-- A materialized view has no row security, so no role of the application may read it: this view, with its owner's rights, shows
-- the current tenant's rows. The barrier keeps a caller's functions away from rows that the filter would hide.
CREATE VIEW app.timeline_feed WITH (security_barrier = true) AS
SELECT f.tenant_id, f.vehicle_id, f.month, f.events, f.events_by_type, f.costs
  FROM private.timeline_feed f
 WHERE f.tenant_id = (SELECT app.current_tenant_id());
GRANT SELECT ON app.timeline_feed TO odolog_api;

-- Refreshes when a projector moved since the last time, and tells what it did; NULLs when there was nothing to do.
CREATE FUNCTION private.refresh_timeline_feed(OUT refreshed boolean, OUT rows bigint, OUT "position" bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  started timestamptz := clock_timestamp();
BEGIN
  -- one at a time, and before the comparison: the second then finds nothing to do
  LOCK TABLE private.timeline_feed_positions IN EXCLUSIVE MODE;
  refreshed := EXISTS (
    SELECT FROM private.rollup_positions now FULL JOIN private.timeline_feed_positions seen USING (tenant_id)
     WHERE now.position IS DISTINCT FROM seen.position);
  IF NOT refreshed THEN RETURN; END IF;
  -- noted before the refresh: what moves in between is refreshed again the next time, never missed
  DELETE FROM private.timeline_feed_positions seen
   WHERE NOT EXISTS (SELECT FROM private.rollup_positions now WHERE now.tenant_id = seen.tenant_id);
  INSERT INTO private.timeline_feed_positions AS seen (tenant_id, position)
  SELECT now.tenant_id, now.position FROM private.rollup_positions now
      ON CONFLICT (tenant_id) DO UPDATE SET position = EXCLUDED.position WHERE seen.position <> EXCLUDED.position;
  REFRESH MATERIALIZED VIEW CONCURRENTLY private.timeline_feed;
  rows := (SELECT count(*) FROM private.timeline_feed);
  "position" := (SELECT COALESCE(sum(seen.position), 0) FROM private.timeline_feed_positions seen);
  INSERT INTO private.materialized_view_refreshes (view, started_at, ended_at, rows, position)
  VALUES ('private.timeline_feed', started, clock_timestamp(), rows, "position");
  DELETE FROM private.materialized_view_refreshes r
   WHERE r.view = 'private.timeline_feed' AND r.started_at < started - interval '30 days';
END $$;

-- Months that differ from the rollups although no projector moved since the refresh: somebody changed one of them by hand.
CREATE FUNCTION private.timeline_feed_drift() RETURNS TABLE (tenant_id uuid, vehicle_id uuid, month date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT COALESCE(f.tenant_id, r.tenant_id), COALESCE(f.vehicle_id, r.vehicle_id), COALESCE(f.month, r.month)
    FROM private.timeline_feed f
    FULL JOIN private.rollup_months r ON r.tenant_id = f.tenant_id AND r.vehicle_id = f.vehicle_id AND r.month = f.month
    JOIN private.timeline_feed_positions seen ON seen.tenant_id = COALESCE(f.tenant_id, r.tenant_id)
    JOIN private.rollup_positions now ON now.tenant_id = seen.tenant_id AND now.position = seen.position
   WHERE (f.events, f.events_by_type, f.costs) IS DISTINCT FROM (r.events, r.events_by_type, r.costs);
END;
REVOKE ALL ON FUNCTION private.refresh_timeline_feed(), private.timeline_feed_drift() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION private.refresh_timeline_feed(), private.timeline_feed_drift() TO odolog_jobs;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app, private FROM odolog_refresher;
GRANT USAGE ON SCHEMA private TO odolog_jobs;
