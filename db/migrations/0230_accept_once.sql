-- The api wrote that an invitation was accepted, and then joined by it: whoever could run its SQL could write it of any, and join by
-- it again after the person was removed. One function does both now, once, and tells the audit trail, which nobody can leave out.
-- What role an invitation gives is asked of its maker once more.
REVOKE INSERT, UPDATE (accepted_at, accepted_by) ON app.invitations FROM odolog_api;
GRANT INSERT (tenant_id, id, email, role, garage_id, garage_role, token_hash, expires_at, created_by) ON app.invitations TO odolog_api;
GRANT UPDATE (accepted_at, accepted_by) ON app.invitations TO odolog_registrar;
DROP FUNCTION app.join_by_invitation(bytea, uuid);

GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;

-- Of the policy it repeats what concerns invitations; a test holds the two together.
CREATE FUNCTION app.may_invite(p_tenant uuid, p_user uuid, p_role text, p_garage uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT FROM app.memberships m
     WHERE m.tenant_id = p_tenant AND m.user_id = p_user AND CASE m.role
       WHEN 'owner' THEN true
       WHEN 'manager' THEN p_role IN ('driver', 'viewer')
       WHEN 'maintainer' THEN false
       ELSE p_role = 'driver' AND EXISTS (
         SELECT FROM app.garage_members g
          WHERE g.tenant_id = p_tenant AND g.user_id = p_user AND g.garage_id = p_garage AND g.role = 'manager') END);
END;

CREATE OR REPLACE FUNCTION app.take_back_offers_of(p_tenant uuid, p_user uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  v_role text := (SELECT m.role FROM app.memberships m WHERE m.tenant_id = p_tenant AND m.user_id = p_user);
  v_garages uuid[] := ARRAY(
    SELECT g.garage_id FROM app.garage_members g
     WHERE g.tenant_id = p_tenant AND g.user_id = p_user AND g.role = 'manager' AND v_role <> 'maintainer');
BEGIN
  WITH others AS (
    SELECT v.id FROM app.vehicles v
     WHERE v.tenant_id = p_tenant AND (v_role IN ('owner', 'manager') OR v.garage_id = ANY (v_garages)) IS NOT TRUE
  ), invitations AS (
    UPDATE app.invitations i SET revoked_at = now()
     WHERE i.tenant_id = p_tenant AND p_user IN (i.created_by, i.updated_by)
       AND num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0
       AND NOT app.may_invite(p_tenant, p_user, i.role, i.garage_id)
    RETURNING i.id
  ), transfers AS (
    UPDATE app.transfers t SET revoked_at = now() FROM others
     WHERE t.tenant_id = p_tenant AND t.vehicle_id = others.id AND t.created_by = p_user
       AND num_nonnulls(t.accepted_at, t.declined_at, t.revoked_at) = 0
    RETURNING t.id
  ), shares AS (
    UPDATE app.shares s SET revoked_at = now() FROM others
     WHERE s.tenant_id = p_tenant AND s.vehicle_id = others.id AND s.created_by = p_user AND s.revoked_at IS NULL
    RETURNING s.id
  )
  INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)
  SELECT p_tenant, NULL, kind || '.revoked', kind, id, '{}'
    FROM (SELECT 'invitation' AS kind, id FROM invitations UNION ALL
          SELECT 'transfer', id FROM transfers UNION ALL
          SELECT 'share', id FROM shares) AS taken;
END $$;

-- False for one that is answered, taken back, expired, or that its maker may not give. Whoever is a member keeps the role that they
-- have: an old invitation demotes nobody.
CREATE FUNCTION app.accept_invitation(p_token_hash bytea, p_user uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  v_accepted app.invitations;
BEGIN
  UPDATE app.invitations i SET accepted_at = now(), accepted_by = p_user
   WHERE i.tenant_id = app.current_tenant_id() AND i.token_hash = p_token_hash AND i.expires_at > now()
     AND num_nonnulls(i.accepted_at, i.declined_at, i.revoked_at) = 0
     AND app.may_invite(i.tenant_id, i.created_by, i.role, i.garage_id)
  RETURNING i.* INTO v_accepted;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by)
  VALUES (v_accepted.tenant_id, p_user, v_accepted.role, p_user)
  ON CONFLICT (tenant_id, user_id) DO NOTHING;
  INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)
  VALUES (v_accepted.tenant_id, p_user, 'invitation.accepted', 'invitation', v_accepted.id, jsonb_build_object(
    'role', v_accepted.role, 'garageId', v_accepted.garage_id, 'garageRole', v_accepted.garage_role));
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.may_invite(uuid, uuid, text, uuid), app.accept_invitation(bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.accept_invitation(bytea, uuid) TO odolog_api;

SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
