-- Functions of the api that speak of a person believed whichever one they were told: they ask now that the person belongs to the
-- tenant at hand, so that what runs in one tenant neither reads of people elsewhere nor accepts or founds anything in their name.
GRANT CREATE ON SCHEMA app TO odolog_registrar;
SET LOCAL ROLE odolog_registrar;

CREATE FUNCTION app.belongs_here(p_user uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC
  SELECT EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = app.current_tenant_id() AND m.user_id = p_user);
END;
REVOKE ALL ON FUNCTION app.belongs_here(uuid) FROM PUBLIC;

-- The first time counts.
CREATE OR REPLACE FUNCTION app.accept_terms(p_user uuid, p_version text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT app.belongs_here(p_user) THEN
    RAISE EXCEPTION 'terms are accepted by people of the tenant at hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO app.terms_acceptances (user_id, version) VALUES (p_user, p_version) ON CONFLICT (user_id, version) DO NOTHING;
END $$;
CREATE OR REPLACE FUNCTION app.terms_accepted_by(p_user uuid) RETURNS TABLE (version text, accepted_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT t.version, t.accepted_at FROM app.terms_acceptances t
   WHERE t.user_id = p_user AND app.belongs_here(p_user)
   ORDER BY t.accepted_at DESC, t.version;
END;
-- Whoever signs up says so in the same request, before they are in any tenant: what speaks of them is the row of the person.
CREATE OR REPLACE FUNCTION app.record_accepted_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO app.terms_acceptances (user_id, version) VALUES (NEW."id", NEW."acceptedTerms") ON CONFLICT (user_id, version) DO NOTHING;
  RETURN NULL;
END $$;

-- false: it was there already, under this id, from the same person with the same name; null: the id is something else's.
CREATE OR REPLACE FUNCTION app.create_tenant(p_id uuid, p_name text, p_user uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT app.belongs_here(p_user) THEN
    RAISE EXCEPTION 'a tenant is founded by people of the tenant at hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO app.tenants (id, name, kind, created_by) VALUES (p_id, p_name, 'fleet', p_user) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN (SELECT false FROM app.tenants t WHERE t.id = p_id AND t.kind = 'fleet' AND t.created_by = p_user AND t.name = p_name);
  END IF;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (p_id, p_user, 'owner', p_user);
  INSERT INTO app.tenant_heads (tenant_id) VALUES (p_id);
  RETURN true;
END $$;

SET LOCAL ROLE odolog_owner;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
