-- The appender's policies called app.current_tenant_ids(), which has a search path of its own and is thus not inlined: a call for
-- each policy of each batch, 7 % of the server's work at 32 writers. The same list without the call (ADR 700).
DO $$
DECLARE
  policy record;
  called CONSTANT text := 'app.current_tenant_ids() AS current_tenant_ids';
  said CONSTANT text := 'NULLIF(pg_catalog.current_setting(''app.tenant_ids'', true), '''')::uuid[] AS tenant_ids';
BEGIN
  FOR policy IN SELECT tablename, policyname, qual, with_check FROM pg_policies
                 WHERE schemaname = 'app' AND concat(qual, with_check) LIKE '%' || called || '%' LOOP
    EXECUTE format('ALTER POLICY %I ON app.%I', policy.policyname, policy.tablename)
         || COALESCE(' USING (' || replace(policy.qual, called, said) || ')', '')
         || COALESCE(' WITH CHECK (' || replace(policy.with_check, called, said) || ')', '');
  END LOOP;
END $$;
-- Nobody else called it.
DROP FUNCTION app.current_tenant_ids();
