-- Where a person belongs is asked before a tenant is known, and the api was answered about whomever it named. Now it is answered
-- about the person at hand alone, as it is with tenants; the identity provider, which knows people and no tenants, asks as before.
CREATE FUNCTION app.current_person_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(pg_catalog.current_setting('app.person_id', true), '')::uuid;

-- For a question that is a statement, and a transaction, of its own: enters the person and hands them on. A transaction that is
-- about somebody else stays so, and one that is in a tenant is about nobody.
CREATE FUNCTION app.enter_person(p_person uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF p_person <> app.current_person_id() OR app.current_tenant_id() IS NOT NULL THEN
    RAISE EXCEPTION 'this transaction is about somebody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.person_id = ' || quote_literal(p_person);
  RETURN p_person;
END $$;
REVOKE ALL ON FUNCTION app.current_person_id(), app.enter_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.current_person_id() TO odolog_api, odolog_registrar;
GRANT EXECUTE ON FUNCTION app.enter_person(uuid) TO odolog_api;

GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;

CREATE FUNCTION app.memberships_at_hand(p_person uuid)
  RETURNS TABLE (tenant_id uuid, tenant_name text, tenant_kind text, role text, operates boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF (p_person = app.current_person_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'memberships are told of the person at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT o.tenant_id, o.tenant_name, o.tenant_kind, o.role, o.operates FROM app.memberships_of(p_person) o;
END $$;
REVOKE ALL ON FUNCTION app.memberships_at_hand(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.memberships_at_hand(uuid) TO odolog_api;
REVOKE EXECUTE ON FUNCTION app.memberships_of(uuid) FROM odolog_api;

SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
