-- Who accepted which version of the terms, and when: for the record, so nothing of it can change.
CREATE TABLE app.terms_acceptances (
  user_id uuid NOT NULL REFERENCES app.profiles (user_id),
  version text NOT NULL CHECK (version <> '' AND length(version) <= 40),
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, version)
);
ALTER TABLE app.terms_acceptances ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.terms_acceptances FORCE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON app.terms_acceptances
  FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
REVOKE UPDATE, DELETE, TRUNCATE ON app.terms_acceptances FROM odolog_owner;

-- A person belongs to no tenant here: only the functions below look, for one person each.
CREATE POLICY terms_acceptances_select ON app.terms_acceptances FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY terms_acceptances_insert ON app.terms_acceptances FOR INSERT TO odolog_registrar WITH CHECK (true);
GRANT SELECT, INSERT ON app.terms_acceptances TO odolog_registrar;

-- The first time counts.
CREATE FUNCTION app.accept_terms(p_user uuid, p_version text) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO app.terms_acceptances (user_id, version) VALUES (p_user, p_version) ON CONFLICT (user_id, version) DO NOTHING;
END;
CREATE FUNCTION app.terms_accepted_by(p_user uuid) RETURNS TABLE (version text, accepted_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT t.version, t.accepted_at FROM app.terms_acceptances t WHERE t.user_id = p_user ORDER BY t.accepted_at DESC, t.version;
END;
-- Whoever signs up says so in the same request: accepted in the same transaction.
CREATE FUNCTION app.record_accepted_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.accept_terms(NEW."id", NEW."acceptedTerms");
  RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION app.accept_terms(uuid, text), app.terms_accepted_by(uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.record_accepted_terms() TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.accept_terms(uuid, text) OWNER TO odolog_registrar;
ALTER FUNCTION app.terms_accepted_by(uuid) OWNER TO odolog_registrar;
ALTER FUNCTION app.record_accepted_terms() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

SET LOCAL ROLE odolog_auth;
ALTER TABLE auth."user" ADD COLUMN "acceptedTerms" text;
-- By its name after provision_person, which makes the profile.
CREATE TRIGGER record_accepted_terms AFTER INSERT ON auth."user" FOR EACH ROW
  WHEN (NEW."acceptedTerms" IS NOT NULL) EXECUTE FUNCTION app.record_accepted_terms();
SET LOCAL ROLE odolog_owner;
