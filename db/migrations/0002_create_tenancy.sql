-- A tenant is the unit of isolation: Postgres itself refuses what the application forgets.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- SQL-standard bodies are bound when they are created: immune to search_path, and inlined into the policy's InitPlan,
-- so that a policy costs one evaluation a statement. A SET clause would forbid the inlining.
CREATE FUNCTION app.current_tenant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN NULLIF(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;

-- For the rest of the transaction. SET LOCAL instead of set_config(), whose result is empty on Citus.
CREATE FUNCTION app.set_tenant(p_tenant uuid) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  EXECUTE 'SET LOCAL app.tenant_id = ' || quote_literal(p_tenant);
END $$;

CREATE TABLE app.tenants (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL DEFAULT 'personal' CHECK (kind IN ('personal', 'fleet')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid
);

-- A person, by the id that the identity provider gave; what they may see follows from memberships alone.
CREATE TABLE app.profiles (
  user_id uuid PRIMARY KEY,
  email text NOT NULL,
  name text NOT NULL DEFAULT '',
  locale text NOT NULL DEFAULT 'en',
  time_zone text NOT NULL DEFAULT 'UTC',
  currency text NOT NULL DEFAULT 'EUR' CHECK (currency ~ '^[A-Z]{3}$'),
  distance_unit text NOT NULL DEFAULT 'km' CHECK (distance_unit IN ('km', 'mi')),
  volume_unit text NOT NULL DEFAULT 'L' CHECK (volume_unit IN ('L', 'gal-us', 'gal-uk')),
  theme text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid
);

CREATE TABLE app.memberships (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  user_id uuid NOT NULL REFERENCES app.profiles (user_id),
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'driver', 'viewer', 'maintainer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX memberships_user ON app.memberships (user_id, tenant_id);

ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE app.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.profiles FORCE ROW LEVEL SECURITY;
ALTER TABLE app.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.memberships FORCE ROW LEVEL SECURITY;

CREATE POLICY tenants_select ON app.tenants FOR SELECT TO odolog_api, odolog_worker USING (id = (SELECT app.current_tenant_id()));
CREATE POLICY tenants_update ON app.tenants FOR UPDATE TO odolog_api
  USING (id = (SELECT app.current_tenant_id())) WITH CHECK (id = (SELECT app.current_tenant_id()));
CREATE POLICY memberships_select ON app.memberships FOR SELECT TO odolog_api, odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY memberships_insert ON app.memberships FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY memberships_update ON app.memberships FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY memberships_delete ON app.memberships FOR DELETE TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
-- A profile is seen by those who share a tenant with it.
CREATE POLICY profiles_select ON app.profiles FOR SELECT TO odolog_api, odolog_worker USING (EXISTS (
  SELECT FROM app.memberships m WHERE m.tenant_id = (SELECT app.current_tenant_id()) AND m.user_id = profiles.user_id));
CREATE POLICY profiles_update ON app.profiles FOR UPDATE TO odolog_api
  USING (EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = (SELECT app.current_tenant_id()) AND m.user_id = profiles.user_id));

GRANT SELECT ON app.tenants, app.profiles, app.memberships TO odolog_api, odolog_worker;
GRANT UPDATE (name, updated_at, updated_by) ON app.tenants TO odolog_api;
GRANT UPDATE (name, locale, time_zone, currency, distance_unit, volume_unit, theme, updated_at, updated_by) ON app.profiles TO odolog_api;
GRANT INSERT, UPDATE, DELETE ON app.memberships TO odolog_api;
GRANT EXECUTE ON FUNCTION app.current_tenant_id() TO odolog_api, odolog_worker, odolog_appender, odolog_registrar, odolog_refresher;
GRANT EXECUTE ON FUNCTION app.set_tenant(uuid) TO odolog_api, odolog_worker, odolog_registrar;

-- The registrar answers "where does this person belong" before a tenant is known, and brings people into being.
CREATE POLICY tenants_registrar ON app.tenants FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY profiles_registrar ON app.profiles FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY memberships_registrar ON app.memberships FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON app.tenants, app.profiles, app.memberships TO odolog_registrar;

CREATE FUNCTION app.memberships_of(p_user uuid)
  RETURNS TABLE (tenant_id uuid, tenant_name text, tenant_kind text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT t.id, t.name, t.kind, m.role
    FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
   WHERE m.user_id = p_user AND t.deleted_at IS NULL
   ORDER BY m.created_at, t.id;
END;
GRANT EXECUTE ON FUNCTION app.memberships_of(uuid) TO odolog_api, odolog_auth;
GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.memberships_of(uuid) OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;
