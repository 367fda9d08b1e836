-- What an operator asks first: how fresh is the feed, are the years to come covered, how large and how well kept are the tables.
CREATE VIEW private.mv_freshness AS
SELECT r.view, r.started_at, r.ended_at, r.ended_at - r.started_at AS took, now() - r.ended_at AS age, r.rows, r.position
  FROM private.materialized_view_refreshes r
 WHERE r.id = (SELECT max(latest.id) FROM private.materialized_view_refreshes latest WHERE latest.view = r.view);

CREATE VIEW private.partition_coverage AS
WITH partitions AS (
  SELECT c.oid, c.relname, c.reltuples,
         substring(pg_get_expr(c.relpartbound, c.oid) FROM 'FROM \(''(\d{4})')::integer AS year
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'app.vehicle_events'::regclass
), years AS (
  SELECT p.year FROM partitions p
   UNION
  -- this year and the two after it must be there
  SELECT generate_series(extract(year FROM now())::integer, extract(year FROM now())::integer + 2)
)
SELECT y.year, p.relname::text AS partition, p.oid IS NOT NULL AS covered,
       GREATEST(p.reltuples, 0)::bigint AS estimated_rows, COALESCE(pg_total_relation_size(p.oid), 0) AS bytes
  FROM years y LEFT JOIN partitions p ON p.year = y.year
 ORDER BY y.year;

CREATE VIEW private.db_health_stats AS
SELECT s.schemaname::text AS schema, s.relname::text AS relation, s.n_live_tup AS live_rows, s.n_dead_tup AS dead_rows,
       pg_total_relation_size(s.relid) AS bytes, s.last_vacuum, s.last_autovacuum, s.last_analyze, s.last_autoanalyze
  FROM pg_stat_all_tables s
 WHERE s.schemaname IN ('app', 'private', 'auth', 'pgboss');

GRANT SELECT ON private.mv_freshness, private.partition_coverage, private.db_health_stats TO odolog_jobs;
