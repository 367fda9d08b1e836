-- The tables of the job queue, which it makes and changes by itself: a role that owns them closes them when it has. Row-level security
-- holds on each, partitions among them, for one role; its functions have a fixed search path and are nobody else's; its foreign keys
-- are indexed. What is closed already is left alone and waits for no lock.
CREATE FUNCTION private.close_queue() RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  relation record;
  routine record;
  key record;
BEGIN
  -- Workers start together.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('private.close_queue', 0));

  FOR relation IN
    SELECT c.oid::regclass AS name, c.relname FROM pg_catalog.pg_class c
     WHERE c.relnamespace = 'pgboss'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
     ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO odolog_jobs USING (true)', relation.relname || '_select', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR INSERT TO odolog_jobs WITH CHECK (true)', relation.relname || '_insert', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE TO odolog_jobs USING (true) WITH CHECK (true)', relation.relname || '_update', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR DELETE TO odolog_jobs USING (true)', relation.relname || '_delete', relation.name);
  END LOOP;

  FOR routine IN
    SELECT f.oid::regprocedure AS name FROM pg_catalog.pg_proc f
     WHERE f.pronamespace = 'pgboss'::regnamespace AND NOT COALESCE(f.proconfig, '{}') @> ARRAY['search_path=""']
     ORDER BY f.proname
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = ''''', routine.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine.name);
  END LOOP;

  -- A partition's key is its parent's, and so is its index.
  FOR key IN
    SELECT k.conrelid::regclass AS relation, a.attname FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.connamespace = 'pgboss'::regnamespace AND k.contype = 'f' AND pg_catalog.cardinality(k.conkey) = 1
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                        WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indkey[0] = k.conkey[1])
     ORDER BY k.conrelid::regclass::text, a.attname
  LOOP
    EXECUTE format('CREATE INDEX ON %s (%I)', key.relation, key.attname);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION private.close_queue() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION private.close_queue() TO odolog_jobs;

-- The queue of an installation that ran before.
SET LOCAL ROLE odolog_jobs;
SELECT private.close_queue();
SET LOCAL ROLE odolog_owner;
