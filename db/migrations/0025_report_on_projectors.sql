-- Readiness looks over all tenants, which no role of the application may: two functions tell it what it needs and no more.
CREATE TABLE private.worker_heartbeats (
  worker_id uuid PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON private.worker_heartbeats TO odolog_refresher;

CREATE POLICY tenant_heads_refresher ON app.tenant_heads FOR SELECT TO odolog_refresher USING (true);
GRANT SELECT ON app.tenant_heads TO odolog_refresher;

-- Beats, and forgets the workers that have been silent for a day.
CREATE FUNCTION app.beat(p_worker uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  DELETE FROM private.worker_heartbeats h WHERE h.beat_at < pg_catalog.now() - interval '1 day';
  INSERT INTO private.worker_heartbeats (worker_id) VALUES (p_worker)
    ON CONFLICT (worker_id) DO UPDATE SET beat_at = pg_catalog.now();
END;
CREATE FUNCTION app.worker_heartbeats() RETURNS TABLE (worker_id uuid, started_at timestamptz, beat_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT h.worker_id, h.started_at, h.beat_at FROM private.worker_heartbeats h ORDER BY h.started_at;
END;
-- One row a projector: how many tenants it is behind in, the largest lag in events, and each event that it cannot fold.
CREATE FUNCTION app.projector_health() RETURNS TABLE (projector text, tenants integer, lagging integer, max_lag bigint, failures jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT c.projector,
         pg_catalog.count(*)::integer,
         (pg_catalog.count(*) FILTER (WHERE h.position > c.position))::integer,
         COALESCE(pg_catalog.max(h.position - c.position), 0),
         COALESCE(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
           'tenantId', c.tenant_id, 'eventId', c.failed_event_id, 'position', c.failed_position,
           'message', c.failure, 'attempts', c.attempts, 'retryAt', c.retry_at)
           ORDER BY c.tenant_id) FILTER (WHERE c.failure IS NOT NULL), '[]'::jsonb)
    FROM app.projector_checkpoints c JOIN app.tenant_heads h ON h.tenant_id = c.tenant_id
   WHERE c.live
   GROUP BY c.projector
   ORDER BY c.projector;
END;

GRANT EXECUTE ON FUNCTION app.beat(uuid) TO odolog_worker;
GRANT EXECUTE ON FUNCTION app.worker_heartbeats(), app.projector_health() TO odolog_api, odolog_worker, odolog_jobs;
GRANT CREATE ON SCHEMA app TO odolog_refresher;
ALTER FUNCTION app.beat(uuid) OWNER TO odolog_refresher;
ALTER FUNCTION app.worker_heartbeats() OWNER TO odolog_refresher;
ALTER FUNCTION app.projector_health() OWNER TO odolog_refresher;
REVOKE CREATE ON SCHEMA app FROM odolog_refresher;
