-- Whoever lost their last membership had no account any more: every route asks where a person belongs. They get a tenant of their own
-- again, as at sign-up, whoever ended the membership and by whatever path.
GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;

CREATE FUNCTION app.give_personal_tenant(p_user uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  v_tenant uuid;
BEGIN
  INSERT INTO app.tenants (name, kind, created_by)
  SELECT COALESCE(NULLIF(btrim(p.name), ''), p.email), 'personal', p_user FROM app.profiles p WHERE p.user_id = p_user
  RETURNING id INTO v_tenant;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (v_tenant, p_user, 'owner', p_user);
  INSERT INTO app.tenant_heads (tenant_id) VALUES (v_tenant);
END $$;

CREATE OR REPLACE FUNCTION app.provision_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.profiles (user_id, email, name) VALUES (NEW."id", NEW."email", NEW."name");
  PERFORM app.give_personal_tenant(NEW."id");
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION app.give_personal_tenant(uuid) FROM PUBLIC;

SELECT app.give_personal_tenant(p.user_id) FROM app.profiles p
 WHERE p.deleted_at IS NULL AND NOT EXISTS (
   SELECT FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
    WHERE m.user_id = p.user_id AND t.deleted_at IS NULL);

SET LOCAL ROLE odolog_owner;
-- Of two memberships that end at once each sees the other, but for the lock: whoever comes second looks again.
CREATE FUNCTION app.keep_a_tenant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM app.profiles p WHERE p.user_id = OLD.user_id AND p.deleted_at IS NULL FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
     WHERE m.user_id = OLD.user_id AND t.deleted_at IS NULL) THEN
    PERFORM app.give_personal_tenant(OLD.user_id);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.keep_a_tenant() FROM PUBLIC;

-- At the end of the transaction: an account that is deleted is gone by then, and who is moved elsewhere has arrived.
CREATE CONSTRAINT TRIGGER keep_a_tenant AFTER DELETE ON app.memberships DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.keep_a_tenant();
ALTER FUNCTION app.keep_a_tenant() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
