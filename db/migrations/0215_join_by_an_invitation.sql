-- Who belongs to the tenant at hand is what functions that speak of people ask. The api could make anybody belong, by writing the row:
-- now it cannot. Whoever joins does so by an invitation whose secret was known and which they have accepted.
REVOKE INSERT ON app.memberships FROM odolog_api;
DROP POLICY memberships_insert ON app.memberships;

GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;

-- Whoever is a member keeps the role that they have: an old invitation demotes nobody.
CREATE FUNCTION app.join_by_invitation(p_token_hash bytea, p_user uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  v_role text := (
    SELECT i.role FROM app.invitations i
     WHERE i.tenant_id = app.current_tenant_id() AND i.token_hash = p_token_hash AND i.accepted_by = p_user AND i.revoked_at IS NULL);
BEGIN
  IF v_role IS NULL THEN
    RAISE EXCEPTION 'people join the tenant at hand by an invitation that they accepted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (app.current_tenant_id(), p_user, v_role, p_user)
  ON CONFLICT (tenant_id, user_id) DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION app.join_by_invitation(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.join_by_invitation(bytea, uuid) TO odolog_api;

SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
