-- Readiness asks how far the database is migrated; the migrator's table belongs to the administrator.
RESET ROLE;
GRANT USAGE ON SCHEMA public TO odolog_owner;
GRANT SELECT ON public.odolog_migrations TO odolog_owner;
SET LOCAL ROLE odolog_owner;

CREATE FUNCTION app.latest_migration() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT pg_catalog.max(m.number) FROM public.odolog_migrations m;
END;
GRANT EXECUTE ON FUNCTION app.latest_migration() TO odolog_api, odolog_worker;
