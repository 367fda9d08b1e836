-- Operations are of the whole installation, so they belong to one tenant of it: that of the first account, whoever installed it.
-- Unless the configuration names another one, which the API decides.
ALTER TABLE app.tenants ADD COLUMN operates boolean NOT NULL DEFAULT false;

-- Also when that tenant is gone: the next one does not inherit the installation.
SET LOCAL ROLE odolog_registrar;
UPDATE app.tenants SET operates = true WHERE id = (SELECT t.id FROM app.tenants t ORDER BY t.created_at, t.id LIMIT 1);
SET LOCAL ROLE odolog_owner;

-- Two who sign up as the first at the same moment wait for each other.
CREATE FUNCTION app.let_first_tenant_operate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.tenants) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('app.tenants.operates', 0));
    NEW.operates := NOT EXISTS (SELECT FROM app.tenants);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER let_first_tenant_operate BEFORE INSERT ON app.tenants
  FOR EACH ROW EXECUTE FUNCTION app.let_first_tenant_operate();

-- The first of its columns are as they were: the version before reads on.
DROP FUNCTION app.memberships_of(uuid);
CREATE FUNCTION app.memberships_of(p_user uuid)
  RETURNS TABLE (tenant_id uuid, tenant_name text, tenant_kind text, role text, operates boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT t.id, t.name, t.kind, m.role, t.operates
    FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
   WHERE m.user_id = p_user AND t.deleted_at IS NULL
   ORDER BY m.created_at, t.id;
END;
GRANT EXECUTE ON FUNCTION app.memberships_of(uuid) TO odolog_api, odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.memberships_of(uuid) OWNER TO odolog_registrar;
ALTER FUNCTION app.let_first_tenant_operate() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
