-- The API says how far projections are, to anyone: it needs numbers, and no session of it learns which event of which tenant
-- cannot be folded. That is for the worker, which logs it.
GRANT CREATE ON SCHEMA app TO odolog_refresher;
SET LOCAL ROLE odolog_refresher;
CREATE FUNCTION app.projector_counts() RETURNS TABLE (projector text, tenants integer, lagging integer, max_lag bigint, failing integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT h.projector, h.tenants, h.lagging, h.max_lag, pg_catalog.jsonb_array_length(h.failures) FROM app.projector_health() h;
END;
REVOKE EXECUTE ON FUNCTION app.projector_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.projector_counts() TO odolog_api;
REVOKE EXECUTE ON FUNCTION app.projector_health() FROM odolog_api;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_refresher;
