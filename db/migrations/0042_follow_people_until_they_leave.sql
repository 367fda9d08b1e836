-- A profile says what the identity provider says, in the same transaction; and whoever leaves, leaves no name behind.
CREATE FUNCTION app.follow_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE app.profiles SET email = NEW."email", name = NEW."name", updated_at = now(), updated_by = NEW."id"
   WHERE user_id = NEW."id" AND deleted_at IS NULL;
  RETURN NULL;
END $$;

-- A tenant that is theirs alone goes with them: no longer there for anyone, but its events stay as they were said. One that
-- they share stays behind, and its last owner cannot go: ownership is transferred first.
CREATE FUNCTION app.retire_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  -- nobody joins while it is looked who is there: a new membership waits for the tenant's row
  PERFORM FROM app.tenants t
    WHERE EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id = OLD."id")
    ORDER BY t.id FOR UPDATE;
  UPDATE app.tenants t SET deleted_at = now(), deleted_by = OLD."id"
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

GRANT DELETE ON app.memberships TO odolog_registrar;
GRANT EXECUTE ON FUNCTION app.follow_person(), app.retire_person() TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.follow_person() OWNER TO odolog_registrar;
ALTER FUNCTION app.retire_person() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

SET LOCAL ROLE odolog_auth;
CREATE TRIGGER follow_person AFTER UPDATE OF "email", "name" ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.follow_person();
CREATE TRIGGER retire_person AFTER DELETE ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.retire_person();
SET LOCAL ROLE odolog_owner;
