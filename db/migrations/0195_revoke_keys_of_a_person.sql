-- Whoever proves that the address of an account is theirs gets it without the keys of somebody who never did.
GRANT UPDATE (revoked_at, revoked_by) ON app.api_keys TO odolog_registrar;

-- Returns how many keys there were, in all tenants.
CREATE FUNCTION app.revoke_keys_of_person(p_user uuid) RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH revoked AS (
    UPDATE app.api_keys k SET revoked_at = now(), revoked_by = p_user
     WHERE k.user_id = p_user AND k.revoked_at IS NULL
    RETURNING k.id)
  SELECT count(*)::integer FROM revoked;
END;
REVOKE EXECUTE ON FUNCTION app.revoke_keys_of_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.revoke_keys_of_person(uuid) TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.revoke_keys_of_person(uuid) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
