-- A personal tenant is called by its owner's name, or address: it kept both when the account was deleted.
GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;
CREATE OR REPLACE FUNCTION app.retire_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  -- nobody joins while it is looked who is there: a new membership waits for the tenant's row
  PERFORM FROM app.tenants t
    WHERE EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id = OLD."id")
    ORDER BY t.id FOR UPDATE;
  UPDATE app.tenants t SET deleted_at = now(), deleted_by = OLD."id", name = CASE t.kind WHEN 'personal' THEN '-' ELSE t.name END
   WHERE t.deleted_at IS NULL
     AND EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id = OLD."id")
     AND NOT EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id <> OLD."id");
  IF EXISTS (
    SELECT FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id AND t.deleted_at IS NULL
     WHERE m.user_id = OLD."id" AND m.role = 'owner' AND NOT EXISTS (
       SELECT FROM app.memberships o WHERE o.tenant_id = m.tenant_id AND o.role = 'owner' AND o.user_id <> OLD."id")) THEN
    RAISE EXCEPTION 'a tenant needs an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  DELETE FROM app.memberships WHERE user_id = OLD."id";
  UPDATE app.profiles SET email = '', name = '', updated_at = now(), deleted_at = now(), deleted_by = OLD."id"
   WHERE user_id = OLD."id";
  RETURN NULL;
END $$;
UPDATE app.tenants SET name = '-' WHERE kind = 'personal' AND deleted_at IS NOT NULL;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

-- Bound when they were made, so that no path changes what they mean; whoever audits by the catalogue looks for the setting.
ALTER FUNCTION app.current_tenant_id() SET search_path = '';
ALTER FUNCTION app.current_tenant_ids() SET search_path = '';
ALTER FUNCTION app.current_person_id() SET search_path = '';
ALTER FUNCTION app.live_generation(text) SET search_path = '';
