-- Whom a provider elsewhere puts into a tenant starts there, not in the personal one that came with them.
-- The first of its columns are as they were: the version before reads on.
DROP FUNCTION app.memberships_of(uuid);
CREATE FUNCTION app.memberships_of(p_user uuid)
  RETURNS TABLE (tenant_id uuid, tenant_name text, tenant_kind text, role text, operates boolean, provided boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT t.id, t.name, t.kind, m.role, t.operates, m.provided_by IS NOT NULL
    FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
   WHERE m.user_id = p_user AND t.deleted_at IS NULL
   ORDER BY m.created_at, t.id;
END;
GRANT EXECUTE ON FUNCTION app.memberships_of(uuid) TO odolog_api, odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.memberships_of(uuid) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
