-- No table without row-level security in any schema: a grant that is given by mistake opens nothing, since nobody but the role that
-- works with a table has a policy there. People belong to no tenant, so what the identity provider keeps of them is open to it as a whole.
SET LOCAL ROLE odolog_auth;
DO $$
DECLARE
  relation record;
BEGIN
  FOR relation IN
    SELECT c.oid::regclass AS name, c.relname FROM pg_catalog.pg_class c
     WHERE c.relnamespace = 'auth'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO odolog_auth USING (true)', relation.relname || '_select', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR INSERT TO odolog_auth WITH CHECK (true)', relation.relname || '_insert', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true)', relation.relname || '_update', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR DELETE TO odolog_auth USING (true)', relation.relname || '_delete', relation.name);
  END LOOP;
END $$;
SET LOCAL ROLE odolog_owner;

-- What the refresher notes: which workers beat, when the materialized view was refreshed, and how far each tenant was then.
DO $$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['worker_heartbeats', 'materialized_view_refreshes', 'timeline_feed_positions'] LOOP
    EXECUTE format('ALTER TABLE private.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE private.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY %I ON private.%I FOR SELECT TO odolog_refresher USING (true)', relation || '_select', relation);
    EXECUTE format('CREATE POLICY %I ON private.%I FOR INSERT TO odolog_refresher WITH CHECK (true)', relation || '_insert', relation);
    EXECUTE format('CREATE POLICY %I ON private.%I FOR UPDATE TO odolog_refresher USING (true) WITH CHECK (true)', relation || '_update', relation);
    EXECUTE format('CREATE POLICY %I ON private.%I FOR DELETE TO odolog_refresher USING (true)', relation || '_delete', relation);
  END LOOP;
END $$;
-- private.mv_freshness, which names no tenant, reads it with the rights of its owner.
CREATE POLICY materialized_view_refreshes_freshness ON private.materialized_view_refreshes FOR SELECT TO odolog_owner USING (true);

-- Readiness asks the owner for the last number. Not forced: whoever migrates owns it, and need not be the same tomorrow.
RESET ROLE;
ALTER TABLE public.odolog_migrations ENABLE ROW LEVEL SECURITY;
CREATE POLICY odolog_migrations_select ON public.odolog_migrations FOR SELECT TO odolog_owner USING (true);
SET LOCAL ROLE odolog_owner;
