-- What others did to a person's account, such as trying passwords, concerns every tenant that the person belongs to, and was
-- done by nobody who is known.
CREATE FUNCTION app.record_audit_about_person(p_user uuid, p_action text, p_detail jsonb) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)
  SELECT m.tenant_id, NULL, p_action, 'person', m.user_id, p_detail
    FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
   WHERE m.user_id = p_user AND t.deleted_at IS NULL;
END;
REVOKE EXECUTE ON FUNCTION app.record_audit_about_person(uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_audit_about_person(uuid, text, jsonb) TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.record_audit_about_person(uuid, text, jsonb) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
