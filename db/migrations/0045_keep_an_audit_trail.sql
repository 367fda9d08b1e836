-- Who signed in, who gave whom which role, key or export: kept where nobody can change it, for the owners of a tenant.
CREATE TABLE app.audit_entries (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  -- version 7: the order of ids is the order of time
  id uuid NOT NULL DEFAULT uuidv7(),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  -- null: the system itself
  actor_id uuid,
  action text NOT NULL CHECK (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  subject_kind text,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(detail) = 'object'),
  PRIMARY KEY (tenant_id, id),
  CHECK ((subject_kind IS NULL) = (subject_id IS NULL))
);

ALTER TABLE app.audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entries_select ON app.audit_entries FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY audit_entries_insert ON app.audit_entries FOR INSERT TO odolog_api, odolog_worker
  WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY audit_entries_registrar ON app.audit_entries FOR INSERT TO odolog_registrar WITH CHECK (true);
-- No role may say when an entry was made, under which id, or touch one that stands.
GRANT SELECT ON app.audit_entries TO odolog_api;
GRANT INSERT (tenant_id, actor_id, action, subject_kind, subject_id, detail) ON app.audit_entries TO odolog_api, odolog_worker, odolog_registrar;

REVOKE UPDATE, DELETE, TRUNCATE ON app.audit_entries FROM odolog_owner;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON app.audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- What a person does as a person, such as signing in, concerns every tenant that they belong to: an entry in each.
CREATE FUNCTION app.record_audit_of_person(p_user uuid, p_action text, p_detail jsonb) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)
  SELECT m.tenant_id, m.user_id, p_action, 'person', m.user_id, p_detail
    FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
   WHERE m.user_id = p_user AND t.deleted_at IS NULL;
END;
GRANT EXECUTE ON FUNCTION app.record_audit_of_person(uuid, text, jsonb) TO odolog_api, odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.record_audit_of_person(uuid, text, jsonb) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
