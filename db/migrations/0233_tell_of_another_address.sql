-- Whoever has the link may accept at another address than it was sent to, and says so: now the owners read it.
GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;
CREATE OR REPLACE FUNCTION app.accept_invitation(p_token_hash bytea, p_user uuid) RETURNS boolean
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
    'role', v_accepted.role, 'garageId', v_accepted.garage_id, 'garageRole', v_accepted.garage_role,
    'otherAddress', NOT EXISTS (
      SELECT FROM app.profiles p WHERE p.user_id = p_user AND lower(p.email) = v_accepted.email)));
  RETURN true;
END $$;
SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
