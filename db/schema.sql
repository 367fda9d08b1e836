-- Generated from a migrated database by `npm run gen`. Do not edit.

-- schemas
CREATE SCHEMA app AUTHORIZATION odolog_owner;
CREATE SCHEMA auth AUTHORIZATION odolog_auth;
CREATE SCHEMA private AUTHORIZATION odolog_owner;

-- tables
CREATE TABLE app.garages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  description text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamp with time zone,
  deleted_by uuid
);
ALTER TABLE app.garages ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.garages FORCE ROW LEVEL SECURITY;
CREATE TABLE app.idempotent_requests (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  operation text NOT NULL,
  content_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.idempotent_requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.idempotent_requests FORCE ROW LEVEL SECURITY;
CREATE TABLE app.imports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  format text NOT NULL,
  file_name text NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  undone_at timestamp with time zone,
  undone_by uuid
);
ALTER TABLE app.imports ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.imports FORCE ROW LEVEL SECURITY;
CREATE TABLE app.memberships (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid
);
ALTER TABLE app.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.memberships FORCE ROW LEVEL SECURITY;
CREATE TABLE app.profiles (
  user_id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL DEFAULT ''::text,
  locale text NOT NULL DEFAULT 'en'::text,
  time_zone text NOT NULL DEFAULT 'UTC'::text,
  currency text NOT NULL DEFAULT 'EUR'::text,
  distance_unit text NOT NULL DEFAULT 'km'::text,
  volume_unit text NOT NULL DEFAULT 'L'::text,
  theme text NOT NULL DEFAULT 'system'::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamp with time zone,
  deleted_by uuid
);
ALTER TABLE app.profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.profiles FORCE ROW LEVEL SECURITY;
CREATE TABLE app.tenants (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'personal'::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamp with time zone,
  deleted_by uuid
);
ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenants FORCE ROW LEVEL SECURITY;
CREATE TABLE app.vehicles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  nickname text,
  make text,
  model text,
  year smallint,
  "trim" text,
  color text,
  vin text,
  license_plate text,
  garage_id uuid,
  kind text NOT NULL DEFAULT 'car'::text,
  time_zone text NOT NULL,
  currency text NOT NULL,
  distance_unit text NOT NULL,
  volume_unit text NOT NULL,
  energies text[] NOT NULL DEFAULT '{}'::text[],
  sample boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamp with time zone,
  deleted_by uuid
);
ALTER TABLE app.vehicles ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicles FORCE ROW LEVEL SECURITY;
CREATE TABLE auth.account (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" uuid NOT NULL,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL
);
CREATE TABLE auth.jwks (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "publicKey" text NOT NULL,
  "privateKey" text NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "expiresAt" timestamp with time zone,
  alg text,
  crv text
);
CREATE TABLE auth.session (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "expiresAt" timestamp with time zone NOT NULL,
  token text NOT NULL,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid NOT NULL
);
CREATE TABLE auth."user" (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  "emailVerified" boolean NOT NULL,
  image text,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE auth.verification (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamp with time zone NOT NULL,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- constraints
ALTER TABLE app.garages ADD CONSTRAINT garages_name_check CHECK ((name <> ''::text));
ALTER TABLE app.garages ADD CONSTRAINT garages_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.garages ADD CONSTRAINT garages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.idempotent_requests ADD CONSTRAINT idempotent_requests_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.idempotent_requests ADD CONSTRAINT idempotent_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.imports ADD CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.imports ADD CONSTRAINT imports_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.memberships ADD CONSTRAINT memberships_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE app.memberships ADD CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'driver'::text, 'viewer'::text, 'maintainer'::text])));
ALTER TABLE app.memberships ADD CONSTRAINT memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.memberships ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.profiles(user_id);
ALTER TABLE app.profiles ADD CONSTRAINT profiles_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_distance_unit_check CHECK ((distance_unit = ANY (ARRAY['km'::text, 'mi'::text])));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_pkey PRIMARY KEY (user_id);
ALTER TABLE app.profiles ADD CONSTRAINT profiles_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_volume_unit_check CHECK ((volume_unit = ANY (ARRAY['L'::text, 'gal-us'::text, 'gal-uk'::text])));
ALTER TABLE app.tenants ADD CONSTRAINT tenants_kind_check CHECK ((kind = ANY (ARRAY['personal'::text, 'fleet'::text])));
ALTER TABLE app.tenants ADD CONSTRAINT tenants_name_check CHECK ((name <> ''::text));
ALTER TABLE app.tenants ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_check CHECK (((nickname IS NOT NULL) OR (make IS NOT NULL) OR (model IS NOT NULL)));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_distance_unit_check CHECK ((distance_unit = ANY (ARRAY['km'::text, 'mi'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_kind_check CHECK ((kind = ANY (ARRAY['car'::text, 'estate'::text, 'motorcycle'::text, 'van'::text, 'suv'::text, 'truck'::text, 'other'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_tenant_id_garage_id_fkey FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages(tenant_id, id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_volume_unit_check CHECK ((volume_unit = ANY (ARRAY['L'::text, 'gal-us'::text, 'gal-uk'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_year_check CHECK (((year >= 1880) AND (year <= 2200)));
ALTER TABLE auth.account ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE auth.account ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth.jwks ADD CONSTRAINT jwks_pkey PRIMARY KEY (id);
ALTER TABLE auth.session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE auth.session ADD CONSTRAINT session_token_key UNIQUE (token);
ALTER TABLE auth.session ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."user" ADD CONSTRAINT user_email_key UNIQUE (email);
ALTER TABLE auth."user" ADD CONSTRAINT user_pkey PRIMARY KEY (id);
ALTER TABLE auth.verification ADD CONSTRAINT verification_pkey PRIMARY KEY (id);

-- indexes
CREATE INDEX imports_vehicle ON app.imports USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX memberships_user ON app.memberships USING btree (user_id, tenant_id);
CREATE INDEX vehicles_garage ON app.vehicles USING btree (tenant_id, garage_id);
CREATE UNIQUE INDEX vehicles_live_vin ON app.vehicles USING btree (tenant_id, vin) WHERE ((deleted_at IS NULL) AND (vin IS NOT NULL));
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);

-- views

-- functions
CREATE OR REPLACE FUNCTION app.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid;
ALTER FUNCTION app.current_tenant_id() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.memberships_of(p_user uuid)
 RETURNS TABLE(tenant_id uuid, tenant_name text, tenant_kind text, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT t.id,
     t.name,
     t.kind,
     m.role
    FROM (app.memberships m
      JOIN app.tenants t ON ((t.id = m.tenant_id)))
   WHERE ((m.user_id = memberships_of.p_user) AND (t.deleted_at IS NULL))
   ORDER BY m.created_at, t.id;
END;
ALTER FUNCTION app.memberships_of(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.provision_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  v_tenant uuid;
BEGIN
  INSERT INTO app.profiles (user_id, email, name) VALUES (NEW."id", NEW."email", NEW."name");
  INSERT INTO app.tenants (name, kind, created_by)
    VALUES (COALESCE(NULLIF(btrim(NEW."name"), ''), NEW."email"), 'personal', NEW."id")
    RETURNING id INTO v_tenant;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (v_tenant, NEW."id", 'owner', NEW."id");
  INSERT INTO app.tenant_heads (tenant_id) VALUES (v_tenant);
  RETURN NULL;
END $function$;
ALTER FUNCTION app.provision_person() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.set_tenant(p_tenant uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  EXECUTE 'SET LOCAL app.tenant_id = ' || quote_literal(p_tenant);
END $function$;
ALTER FUNCTION app.set_tenant(p_tenant uuid) OWNER TO odolog_owner;

-- triggers
CREATE TRIGGER provision_person AFTER INSERT ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.provision_person();

-- policies
CREATE POLICY garages_insert ON app.garages FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garages_select ON app.garages FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garages_update ON app.garages FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY idempotent_requests_insert ON app.idempotent_requests FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY idempotent_requests_select ON app.idempotent_requests FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_insert ON app.imports FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_select ON app.imports FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_update ON app.imports FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_delete ON app.memberships FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_insert ON app.memberships FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_registrar ON app.memberships FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY memberships_select ON app.memberships FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_update ON app.memberships FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY profiles_registrar ON app.profiles FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY profiles_select ON app.profiles FOR SELECT TO odolog_api, odolog_worker USING ((EXISTS ( SELECT
   FROM app.memberships m
  WHERE ((m.tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (m.user_id = profiles.user_id)))));
CREATE POLICY profiles_update ON app.profiles FOR UPDATE TO odolog_api USING ((EXISTS ( SELECT
   FROM app.memberships m
  WHERE ((m.tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (m.user_id = profiles.user_id)))));
CREATE POLICY tenants_registrar ON app.tenants FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY tenants_select ON app.tenants FOR SELECT TO odolog_api, odolog_worker USING ((id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenants_update ON app.tenants FOR UPDATE TO odolog_api USING ((id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicles_insert ON app.vehicles FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicles_select ON app.vehicles FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicles_update ON app.vehicles FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));

-- relation grants
GRANT INSERT, SELECT, UPDATE ON app.garages TO odolog_api;
GRANT SELECT ON app.garages TO odolog_worker;
GRANT INSERT, SELECT ON app.idempotent_requests TO odolog_api;
GRANT INSERT, SELECT ON app.imports TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.memberships TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.memberships TO odolog_registrar;
GRANT SELECT ON app.memberships TO odolog_worker;
GRANT SELECT ON app.profiles TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.profiles TO odolog_registrar;
GRANT SELECT ON app.profiles TO odolog_worker;
GRANT SELECT ON app.tenants TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.tenants TO odolog_registrar;
GRANT SELECT ON app.tenants TO odolog_worker;
GRANT INSERT, SELECT, UPDATE ON app.vehicles TO odolog_api;
GRANT SELECT ON app.vehicles TO odolog_worker;

-- column grants
GRANT UPDATE (answer, undone_at, undone_by) ON app.imports TO odolog_api;
GRANT UPDATE (name, locale, time_zone, currency, distance_unit, volume_unit, theme, updated_at, updated_by) ON app.profiles TO odolog_api;
GRANT UPDATE (name, updated_at, updated_by) ON app.tenants TO odolog_api;

-- function grants
GRANT EXECUTE ON FUNCTION app.current_tenant_id() TO odolog_api, odolog_appender, odolog_refresher, odolog_registrar, odolog_worker;
GRANT EXECUTE ON FUNCTION app.memberships_of(p_user uuid) TO odolog_api, odolog_auth;
GRANT EXECUTE ON FUNCTION app.provision_person() TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.set_tenant(p_tenant uuid) TO odolog_api, odolog_registrar, odolog_worker;
