-- A tenant always has an owner, whoever leaves, is removed or demoted, and however many do so at the same moment.
-- The tenant's own row is written first: two who go at once wait for each other, at every isolation level, and the second
-- sees what the first left behind.
CREATE FUNCTION app.keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.tenants SET updated_at = now() WHERE id = OLD.tenant_id AND deleted_at IS NULL;
  IF FOUND AND NOT EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = OLD.tenant_id AND m.role = 'owner') THEN
    RAISE EXCEPTION 'a tenant needs an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_owner AFTER UPDATE ON app.memberships FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION app.keep_an_owner();
CREATE TRIGGER keep_an_owner_on_leaving AFTER DELETE ON app.memberships FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION app.keep_an_owner();
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.keep_an_owner() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

-- Whose membership it is, and where, is never rewritten.
REVOKE UPDATE ON app.memberships FROM odolog_api;
GRANT UPDATE (role, updated_at, updated_by) ON app.memberships TO odolog_api;

-- A fleet comes into being with its first owner, before anyone can be asked for its tenant.
-- false: it was there already, under this id, from the same person with the same name; null: the id is something else's.
CREATE FUNCTION app.create_tenant(p_id uuid, p_name text, p_user uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.tenants (id, name, kind, created_by) VALUES (p_id, p_name, 'fleet', p_user) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN (SELECT false FROM app.tenants t WHERE t.id = p_id AND t.kind = 'fleet' AND t.created_by = p_user AND t.name = p_name);
  END IF;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (p_id, p_user, 'owner', p_user);
  INSERT INTO app.tenant_heads (tenant_id) VALUES (p_id);
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION app.create_tenant(uuid, text, uuid) TO odolog_api;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.create_tenant(uuid, text, uuid) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
