-- Programs come with a key of their maker's: it does no more than its maker may, and ends with the membership.
CREATE TABLE app.api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  -- whose key it is
  user_id uuid NOT NULL,
  name text NOT NULL CHECK (btrim(name) <> ''),
  -- how it begins, so that people tell their keys apart
  prefix text NOT NULL,
  -- SHA-256: a secret of 256 random bits needs no salt and no slow hash
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'write', 'import', 'ops'] AND cardinality(scopes) > 0),
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  revoked_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX api_keys_user ON app.api_keys (tenant_id, user_id, id DESC);
-- By the secret alone: the tenant is not known before the key is.
CREATE INDEX api_keys_secret ON app.api_keys (secret_hash);

ALTER TABLE app.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY api_keys_select ON app.api_keys FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY api_keys_insert ON app.api_keys FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY api_keys_update ON app.api_keys FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
-- The hash goes in and never comes out; of a key that stands nothing changes but that it is revoked.
GRANT SELECT (tenant_id, id, user_id, name, prefix, scopes, expires_at, last_used_at, created_at, revoked_at, revoked_by) ON app.api_keys TO odolog_api;
GRANT INSERT (tenant_id, id, user_id, name, prefix, secret_hash, scopes, expires_at) ON app.api_keys TO odolog_api;
GRANT UPDATE (revoked_at, revoked_by) ON app.api_keys TO odolog_api;

CREATE POLICY api_keys_registrar_select ON app.api_keys FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY api_keys_registrar_update ON app.api_keys FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (last_used_at) ON app.api_keys TO odolog_registrar;

-- Whose key this is, as long as it holds. The use is noted once a minute: a busy key would write with every request.
CREATE FUNCTION app.use_api_key(p_secret_hash bytea)
  RETURNS TABLE (tenant_id uuid, id uuid, user_id uuid, scopes text[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  found_key app.api_keys;
BEGIN
  SELECT k.* INTO found_key FROM app.api_keys k
   WHERE k.secret_hash = p_secret_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF found_key.last_used_at IS NULL OR found_key.last_used_at < now() - interval '1 minute' THEN
    UPDATE app.api_keys k SET last_used_at = now()
     WHERE k.tenant_id = found_key.tenant_id AND k.id = found_key.id
       AND k.last_used_at IS NOT DISTINCT FROM found_key.last_used_at;
  END IF;
  RETURN QUERY SELECT found_key.tenant_id, found_key.id, found_key.user_id, found_key.scopes;
END $$;
GRANT EXECUTE ON FUNCTION app.use_api_key(bytea) TO odolog_api;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.use_api_key(bytea) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
