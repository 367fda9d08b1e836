-- A person who signs up gets profile, personal tenant and membership in the same transaction, or there is no such person.
CREATE FUNCTION app.provision_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  v_tenant uuid;
BEGIN
  INSERT INTO app.profiles (user_id, email, name) VALUES (NEW."id", NEW."email", NEW."name");
  INSERT INTO app.tenants (name, kind, created_by)
    VALUES (COALESCE(NULLIF(btrim(NEW."name"), ''), NEW."email"), 'personal', NEW."id")
    RETURNING id INTO v_tenant;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (v_tenant, NEW."id", 'owner', NEW."id");
  INSERT INTO app.tenant_heads (tenant_id) VALUES (v_tenant);
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.provision_person() TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.provision_person() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

SET LOCAL ROLE odolog_auth;
CREATE TRIGGER provision_person AFTER INSERT ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.provision_person();
SET LOCAL ROLE odolog_owner;
