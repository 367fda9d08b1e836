-- Whoever left a tenant stays known to it by name: the history of its vehicles and its audit trail go on saying who did what.
CREATE TABLE app.former_members (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  user_id uuid NOT NULL REFERENCES app.profiles (user_id),
  -- as it was when they left: what they are called later is no business of the tenant
  name text NOT NULL CHECK (name <> ''),
  left_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX former_members_user ON app.former_members (user_id);

ALTER TABLE app.former_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.former_members FORCE ROW LEVEL SECURITY;
CREATE POLICY former_members_select ON app.former_members FOR SELECT TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY former_members_registrar ON app.former_members FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT ON app.former_members TO odolog_api;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.former_members TO odolog_registrar;

-- However a membership ends: removed, left, or taken away by the claims of a provider.
CREATE FUNCTION app.remember_former_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.former_members (tenant_id, user_id, name)
  SELECT OLD.tenant_id, OLD.user_id, p.name FROM app.profiles p WHERE p.user_id = OLD.user_id AND p.name <> ''
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET name = EXCLUDED.name, left_at = now();
  RETURN NULL;
END $$;
-- Whoever deletes their account leaves no name behind anywhere.
CREATE FUNCTION app.forget_former_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  DELETE FROM app.former_members WHERE user_id = NEW.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER remember_former_member AFTER DELETE ON app.memberships
  FOR EACH ROW EXECUTE FUNCTION app.remember_former_member();
CREATE TRIGGER forget_former_member AFTER UPDATE OF deleted_at ON app.profiles
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION app.forget_former_member();
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.remember_former_member() OWNER TO odolog_registrar;
ALTER FUNCTION app.forget_former_member() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
