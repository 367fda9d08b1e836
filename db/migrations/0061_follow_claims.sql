-- People of an identity provider elsewhere belong where it says, for as long as it says so; memberships stay the one source of truth.
-- The provider that a membership follows; null: people gave it.
ALTER TABLE app.memberships ADD COLUMN provided_by text;

-- How new the claims are that were followed last: a token that is older changes nothing.
CREATE TABLE app.followed_claims (
  user_id uuid NOT NULL REFERENCES app.profiles (user_id) ON DELETE CASCADE,
  provider text NOT NULL,
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, provider)
);
ALTER TABLE app.followed_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.followed_claims FORCE ROW LEVEL SECURITY;
CREATE POLICY followed_claims_registrar ON app.followed_claims FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON app.followed_claims TO odolog_registrar;
GRANT DELETE ON app.memberships TO odolog_registrar;

-- Adds, changes and ends the memberships that this provider gives. Owners stay owners: people make them, and they alone.
-- The row of the claims is locked first, so that two sign-ins of one person follow one another.
-- Returns whether anything was followed; false for claims that are older than the last ones.
CREATE FUNCTION app.follow_claims(p_user uuid, p_provider text, p_issued_at timestamptz, p_tenants uuid[], p_roles text[])
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.followed_claims AS seen (user_id, provider, issued_at) VALUES (p_user, p_provider, p_issued_at)
  ON CONFLICT (user_id, provider) DO UPDATE SET issued_at = EXCLUDED.issued_at WHERE seen.issued_at <= EXCLUDED.issued_at;
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  WITH ended AS (
    DELETE FROM app.memberships m
     WHERE m.user_id = p_user AND m.provided_by = p_provider AND m.role <> 'owner' AND m.tenant_id <> ALL (p_tenants)
    RETURNING m.tenant_id, m.role
  ), given AS (
    INSERT INTO app.memberships AS m (tenant_id, user_id, role, provided_by)
    SELECT t.id, p_user, said.role, p_provider
      FROM unnest(p_tenants, p_roles) AS said (tenant_id, role) JOIN app.tenants t ON t.id = said.tenant_id
     WHERE t.deleted_at IS NULL AND said.role <> 'owner'
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET role = EXCLUDED.role, provided_by = EXCLUDED.provided_by, updated_at = now()
     WHERE m.role <> 'owner' AND (m.role, m.provided_by) IS DISTINCT FROM (EXCLUDED.role, EXCLUDED.provided_by)
    RETURNING m.tenant_id, old.role AS was, new.role AS becomes
  ), done AS (
    SELECT tenant_id, 'member.removed' AS action, role AS was, NULL AS becomes FROM ended
     UNION ALL
    SELECT tenant_id, CASE WHEN was IS NULL THEN 'member.added' ELSE 'member.role-changed' END, was, becomes FROM given
  )
  INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)
  SELECT tenant_id, NULL, action, 'person', p_user, jsonb_strip_nulls(jsonb_build_object('from', was, 'to', becomes, 'provider', p_provider))
    FROM done;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION app.follow_claims(uuid, text, timestamptz, uuid[], text[]) TO odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.follow_claims(uuid, text, timestamptz, uuid[], text[]) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

-- Whoever is known to a provider by a subject is one person.
SET LOCAL ROLE odolog_auth;
CREATE UNIQUE INDEX "account_providerId_accountId_key" ON auth."account" ("providerId", "accountId");
SET LOCAL ROLE odolog_owner;
