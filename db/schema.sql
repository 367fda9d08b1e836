-- Generated from a migrated database by `npm run gen`. Do not edit.

-- roles
CREATE ROLE odolog_api LOGIN NOINHERIT;
CREATE ROLE odolog_appender NOLOGIN NOINHERIT;
CREATE ROLE odolog_auth LOGIN NOINHERIT;
CREATE ROLE odolog_jobs LOGIN NOINHERIT;
CREATE ROLE odolog_owner LOGIN NOINHERIT;
CREATE ROLE odolog_refresher NOLOGIN NOINHERIT;
CREATE ROLE odolog_registrar NOLOGIN NOINHERIT;
CREATE ROLE odolog_worker LOGIN NOINHERIT;

-- schemas
CREATE SCHEMA app AUTHORIZATION odolog_owner;
CREATE SCHEMA auth AUTHORIZATION odolog_auth;
CREATE SCHEMA private AUTHORIZATION odolog_owner;

-- schema grants
GRANT USAGE ON SCHEMA app TO odolog_api;
GRANT USAGE ON SCHEMA app TO odolog_appender;
GRANT USAGE ON SCHEMA app TO odolog_auth;
GRANT USAGE ON SCHEMA app TO odolog_jobs;
GRANT USAGE ON SCHEMA app TO odolog_refresher;
GRANT USAGE ON SCHEMA app TO odolog_registrar;
GRANT USAGE ON SCHEMA app TO odolog_worker;
GRANT USAGE ON SCHEMA private TO odolog_jobs;
GRANT USAGE ON SCHEMA private TO odolog_refresher;

-- types
CREATE TYPE app.append_result AS (status text, version integer, "position" bigint, previous_id uuid, previous_date date, previous_m bigint, next_id uuid, next_date date, next_m bigint);
CREATE TYPE app.placed_hours AS (id uuid, date date, minutes bigint);
CREATE TYPE app.placed_reading AS (id uuid, date date, at timestamp with time zone, "order" integer, metres bigint);
CREATE TYPE app.recorded_event AS (id uuid, vehicle_id uuid, date date, at timestamp with time zone, place integer, type text, corrects_id uuid, odometer_m bigint, replaced_m bigint, minutes bigint, replaced_min bigint);

-- tables
CREATE TABLE app.api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  revoked_at timestamp with time zone,
  revoked_by uuid
);
ALTER TABLE app.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.api_keys FORCE ROW LEVEL SECURITY;
CREATE TABLE app.audit_entries (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  actor_id uuid,
  action text NOT NULL,
  subject_kind text,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
);
ALTER TABLE app.audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.audit_entries FORCE ROW LEVEL SECURITY;
CREATE TABLE app.calendar_links (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.calendar_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.calendar_links FORCE ROW LEVEL SECURITY;
CREATE TABLE app.chain_checks (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  version integer NOT NULL,
  fault jsonb,
  checked_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.chain_checks ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.chain_checks FORCE ROW LEVEL SECURITY;
CREATE TABLE app.cost_entries (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  month date NOT NULL,
  category text NOT NULL,
  currency text NOT NULL,
  amount_minor bigint NOT NULL
);
ALTER TABLE app.cost_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.cost_entries FORCE ROW LEVEL SECURITY;
CREATE TABLE app.cost_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  month date NOT NULL,
  category text NOT NULL,
  currency text NOT NULL,
  total_minor bigint NOT NULL,
  entries integer NOT NULL
);
ALTER TABLE app.cost_rollups ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.cost_rollups FORCE ROW LEVEL SECURITY;
CREATE TABLE app.event_hours (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  minutes bigint NOT NULL,
  replaced_min bigint
);
ALTER TABLE app.event_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event_hours FORCE ROW LEVEL SECURITY;
CREATE TABLE app.event_ids (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  date date NOT NULL
);
ALTER TABLE app.event_ids ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event_ids FORCE ROW LEVEL SECURITY;
CREATE TABLE app.event_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  month date NOT NULL,
  type text NOT NULL,
  events integer NOT NULL
);
ALTER TABLE app.event_rollups ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event_rollups FORCE ROW LEVEL SECURITY;
CREATE TABLE app.event_supersessions (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_date date NOT NULL,
  vehicle_id uuid NOT NULL,
  retracts boolean NOT NULL
);
ALTER TABLE app.event_supersessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event_supersessions FORCE ROW LEVEL SECURITY;
CREATE TABLE app.files (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  content bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL
);
ALTER TABLE app.files ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.files FORCE ROW LEVEL SECURITY;
CREATE TABLE app.followed_claims (
  user_id uuid NOT NULL,
  provider text NOT NULL,
  issued_at timestamp with time zone NOT NULL
);
ALTER TABLE app.followed_claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.followed_claims FORCE ROW LEVEL SECURITY;
CREATE TABLE app.former_members (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  left_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.former_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.former_members FORCE ROW LEVEL SECURITY;
CREATE TABLE app.fuel_fills (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  odometer_m bigint,
  volume_ml bigint,
  energy_wh bigint,
  fill text NOT NULL,
  missed_previous boolean NOT NULL,
  level_permille smallint,
  drawn_wh bigint,
  billed_wh bigint
);
ALTER TABLE app.fuel_fills ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.fuel_fills FORCE ROW LEVEL SECURITY;
CREATE TABLE app.fuel_odometer_steps (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  step_m bigint NOT NULL
);
ALTER TABLE app.fuel_odometer_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.fuel_odometer_steps FORCE ROW LEVEL SECURITY;
CREATE TABLE app.fuel_rollups (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  month date NOT NULL,
  segments integer NOT NULL,
  distance_m bigint NOT NULL,
  volume_ml bigint NOT NULL,
  energy_wh bigint NOT NULL,
  drawn_wh bigint NOT NULL,
  measured_wh bigint NOT NULL,
  billed_wh bigint NOT NULL
);
ALTER TABLE app.fuel_rollups ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.fuel_rollups FORCE ROW LEVEL SECURITY;
CREATE TABLE app.fuel_segments (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  to_event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  energy text NOT NULL,
  from_event_id uuid NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  from_odometer_m bigint NOT NULL,
  to_odometer_m bigint NOT NULL,
  distance_m bigint NOT NULL,
  volume_ml bigint NOT NULL,
  energy_wh bigint NOT NULL,
  status text NOT NULL,
  reason text,
  drawn_wh bigint NOT NULL DEFAULT 0,
  measured_wh bigint NOT NULL DEFAULT 0,
  billed_wh bigint NOT NULL DEFAULT 0
);
ALTER TABLE app.fuel_segments ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.fuel_segments FORCE ROW LEVEL SECURITY;
CREATE TABLE app.garage_members (
  tenant_id uuid NOT NULL,
  garage_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid
);
ALTER TABLE app.garage_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.garage_members FORCE ROW LEVEL SECURITY;
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
CREATE TABLE app.history_exports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  chain_hash bytea NOT NULL,
  key_id text NOT NULL,
  issued_at timestamp with time zone NOT NULL DEFAULT now(),
  issued_by uuid NOT NULL
);
ALTER TABLE app.history_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.history_exports FORCE ROW LEVEL SECURITY;
CREATE TABLE app.hours_readings (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  minutes bigint NOT NULL,
  void boolean NOT NULL,
  step_min bigint NOT NULL,
  time_known boolean NOT NULL DEFAULT false
);
ALTER TABLE app.hours_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.hours_readings FORCE ROW LEVEL SECURITY;
CREATE TABLE app.idempotent_requests (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  operation text NOT NULL,
  content_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  answer bytea,
  of_key boolean NOT NULL DEFAULT false
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
CREATE TABLE app.invitations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  garage_id uuid,
  garage_role text,
  token_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  declined_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid
);
ALTER TABLE app.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.invitations FORCE ROW LEVEL SECURITY;
CREATE TABLE app.mails (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'waiting'::text,
  claim uuid,
  lease_until timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL
);
ALTER TABLE app.mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.mails FORCE ROW LEVEL SECURITY;
CREATE TABLE app.memberships (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  provided_by text
);
ALTER TABLE app.memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.memberships FORCE ROW LEVEL SECURITY;
CREATE TABLE app.notification_preferences (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  mail boolean NOT NULL,
  digest text NOT NULL,
  digest_at_min smallint NOT NULL,
  quiet_from_min smallint,
  quiet_until_min smallint,
  updated_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.notification_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.notification_preferences FORCE ROW LEVEL SECURITY;
CREATE TABLE app.notifications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  reminder_id uuid NOT NULL,
  cycle integer NOT NULL,
  round integer NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  title text NOT NULL,
  due_on date,
  created_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  mail_id uuid,
  dropped boolean NOT NULL DEFAULT false,
  occasion text NOT NULL DEFAULT ''::text
);
ALTER TABLE app.notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.notifications FORCE ROW LEVEL SECURITY;
CREATE TABLE app.odometer_readings (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  odometer_m bigint NOT NULL,
  void boolean NOT NULL,
  typed_value numeric NOT NULL,
  typed_unit text NOT NULL,
  step_m bigint NOT NULL DEFAULT 0,
  time_known boolean NOT NULL DEFAULT false
);
ALTER TABLE app.odometer_readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.odometer_readings FORCE ROW LEVEL SECURITY;
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
CREATE TABLE app.projector_checkpoints (
  tenant_id uuid NOT NULL,
  projector text NOT NULL,
  generation integer NOT NULL,
  live boolean NOT NULL,
  "position" bigint NOT NULL DEFAULT 0,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  failed_event_id uuid,
  failed_position bigint,
  failure text,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
) WITH (fillfactor=50);
ALTER TABLE app.projector_checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projector_checkpoints FORCE ROW LEVEL SECURITY;
CREATE TABLE app.reminder_events (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  root_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  date date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  odometer_m bigint,
  void boolean NOT NULL,
  reminder jsonb,
  service jsonb,
  step jsonb,
  runtime_min bigint,
  life text,
  runtime_step_min bigint NOT NULL DEFAULT 0
);
ALTER TABLE app.reminder_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.reminder_events FORCE ROW LEVEL SECURITY;
CREATE TABLE app.shares (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  shows_costs boolean NOT NULL DEFAULT false,
  shows_notes boolean NOT NULL DEFAULT false,
  shows_documents boolean NOT NULL DEFAULT false,
  shows_vin boolean NOT NULL DEFAULT false,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  revoked_at timestamp with time zone,
  revoked_by uuid
);
ALTER TABLE app.shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.shares FORCE ROW LEVEL SECURITY;
CREATE TABLE app.summary_events (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  event_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  type text NOT NULL,
  date date NOT NULL,
  month date NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  order_version integer NOT NULL,
  odometer_m bigint,
  typed_value numeric,
  typed_unit text,
  step_m bigint NOT NULL DEFAULT 0
);
ALTER TABLE app.summary_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.summary_events FORCE ROW LEVEL SECURITY;
CREATE TABLE app.tariffs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  name text NOT NULL,
  charger text NOT NULL,
  place text,
  time_zone text NOT NULL,
  currency text NOT NULL,
  valid_from date NOT NULL,
  unit_price text NOT NULL,
  periods jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  deleted_at timestamp with time zone,
  deleted_by uuid
);
ALTER TABLE app.tariffs ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tariffs FORCE ROW LEVEL SECURITY;
CREATE TABLE app.tenant_heads (
  tenant_id uuid NOT NULL,
  "position" bigint NOT NULL DEFAULT 0
) WITH (fillfactor=50);
ALTER TABLE app.tenant_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenant_heads FORCE ROW LEVEL SECURITY;
CREATE TABLE app.tenant_keys (
  tenant_id uuid NOT NULL,
  id text NOT NULL,
  public_key jsonb NOT NULL,
  private_key bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  retired_at timestamp with time zone
);
ALTER TABLE app.tenant_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenant_keys FORCE ROW LEVEL SECURITY;
CREATE TABLE app.tenants (
  id uuid NOT NULL DEFAULT uuidv7(),
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'personal'::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_by uuid,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  operates boolean NOT NULL DEFAULT false
);
ALTER TABLE app.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.tenants FORCE ROW LEVEL SECURITY;
CREATE TABLE app.terms_acceptances (
  user_id uuid NOT NULL,
  version text NOT NULL,
  accepted_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE app.terms_acceptances ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.terms_acceptances FORCE ROW LEVEL SECURITY;
CREATE TABLE app.transfers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  email text NOT NULL,
  with_costs boolean NOT NULL DEFAULT false,
  with_notes boolean NOT NULL DEFAULT false,
  with_documents boolean NOT NULL DEFAULT false,
  token_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  accepted_into uuid,
  declined_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid
);
ALTER TABLE app.transfers ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.transfers FORCE ROW LEVEL SECURITY;
CREATE TABLE app.vehicle_drivers (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  created_by uuid NOT NULL
);
ALTER TABLE app.vehicle_drivers ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_drivers FORCE ROW LEVEL SECURITY;
CREATE TABLE app.vehicle_events (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  id uuid NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  "position" bigint NOT NULL,
  odometer_m bigint,
  date date NOT NULL,
  version integer NOT NULL,
  order_version integer NOT NULL,
  schema_version smallint NOT NULL,
  time_known boolean NOT NULL,
  odometer_void boolean NOT NULL,
  type text NOT NULL,
  recorded_by uuid NOT NULL,
  source text NOT NULL,
  content_hash bytea NOT NULL,
  chain_hash bytea NOT NULL,
  corrects_id uuid,
  corrects_date date,
  payload jsonb NOT NULL,
  notes text
) PARTITION BY RANGE (date);
ALTER TABLE app.vehicle_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_events FORCE ROW LEVEL SECURITY;
CREATE TABLE app.vehicle_streams (
  tenant_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  chain_hash bytea NOT NULL,
  reading_m bigint,
  reading_date date,
  reading_at timestamp with time zone,
  reading_order integer,
  reading_id uuid,
  closed_at timestamp with time zone
) WITH (fillfactor=70);
ALTER TABLE app.vehicle_streams ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_streams FORCE ROW LEVEL SECURITY;
CREATE TABLE app.vehicle_summary (
  tenant_id uuid NOT NULL,
  generation integer NOT NULL,
  vehicle_id uuid NOT NULL,
  events integer NOT NULL,
  events_by_type jsonb NOT NULL,
  first_date date NOT NULL,
  last_event_id uuid NOT NULL,
  last_event_date date NOT NULL,
  odometer_event_id uuid,
  odometer_date date,
  odometer_m bigint,
  odometer_value numeric,
  odometer_unit text,
  first_odometer_date date,
  first_odometer_m bigint,
  replaced_m bigint NOT NULL DEFAULT 0
);
ALTER TABLE app.vehicle_summary ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.vehicle_summary FORCE ROW LEVEL SECURITY;
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
  deleted_by uuid,
  revision integer NOT NULL DEFAULT 0,
  handed_over_at timestamp with time zone,
  engine text,
  battery_wh integer,
  left_garage_id uuid,
  image_id uuid
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
ALTER TABLE auth.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.account FORCE ROW LEVEL SECURITY;
CREATE TABLE auth."deletedLink" (
  "providerId" text NOT NULL,
  "subjectHash" bytea NOT NULL,
  "deletedAt" timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE auth."deletedLink" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."deletedLink" FORCE ROW LEVEL SECURITY;
CREATE TABLE auth.jwks (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  "publicKey" text NOT NULL,
  "privateKey" text NOT NULL,
  "createdAt" timestamp with time zone NOT NULL,
  "expiresAt" timestamp with time zone,
  alg text,
  crv text
);
ALTER TABLE auth.jwks ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.jwks FORCE ROW LEVEL SECURITY;
CREATE TABLE auth.passkey (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text,
  "publicKey" text NOT NULL,
  "userId" uuid NOT NULL,
  "credentialID" text NOT NULL,
  counter integer NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  transports text,
  "createdAt" timestamp with time zone,
  aaguid text
);
ALTER TABLE auth.passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.passkey FORCE ROW LEVEL SECURITY;
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
ALTER TABLE auth.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.session FORCE ROW LEVEL SECURITY;
CREATE TABLE auth."twoFactor" (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  secret text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" uuid NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  "failedVerificationCount" integer NOT NULL DEFAULT 0,
  "lockedUntil" timestamp with time zone
);
ALTER TABLE auth."twoFactor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."twoFactor" FORCE ROW LEVEL SECURITY;
CREATE TABLE auth."unlinkedProvider" (
  "userId" uuid NOT NULL,
  "providerId" text NOT NULL,
  "unlinkedAt" timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE auth."unlinkedProvider" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."unlinkedProvider" FORCE ROW LEVEL SECURITY;
CREATE TABLE auth."usedCode" (
  "userId" uuid NOT NULL,
  code text NOT NULL,
  "usedAt" timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE auth."usedCode" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."usedCode" FORCE ROW LEVEL SECURITY;
CREATE TABLE auth."user" (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  email text NOT NULL,
  "emailVerified" boolean NOT NULL,
  image text,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "twoFactorEnabled" boolean NOT NULL DEFAULT false,
  "acceptedTerms" text
);
ALTER TABLE auth."user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."user" FORCE ROW LEVEL SECURITY;
CREATE TABLE auth.verification (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamp with time zone NOT NULL,
  "createdAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);
ALTER TABLE auth.verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth.verification FORCE ROW LEVEL SECURITY;
CREATE TABLE private.materialized_view_refreshes (
  id bigint NOT NULL GENERATED AS IDENTITY,
  view text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone NOT NULL,
  rows bigint NOT NULL,
  "position" bigint NOT NULL
);
ALTER TABLE private.materialized_view_refreshes ENABLE ROW LEVEL SECURITY;
ALTER TABLE private.materialized_view_refreshes FORCE ROW LEVEL SECURITY;
CREATE TABLE private.timeline_feed_positions (
  tenant_id uuid NOT NULL,
  "position" bigint NOT NULL
);
ALTER TABLE private.timeline_feed_positions ENABLE ROW LEVEL SECURITY;
ALTER TABLE private.timeline_feed_positions FORCE ROW LEVEL SECURITY;
CREATE TABLE private.worker_heartbeats (
  worker_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  beat_at timestamp with time zone NOT NULL DEFAULT now()
);
ALTER TABLE private.worker_heartbeats ENABLE ROW LEVEL SECURITY;
ALTER TABLE private.worker_heartbeats FORCE ROW LEVEL SECURITY;

-- constraints
ALTER TABLE app.api_keys ADD CONSTRAINT api_keys_name_check CHECK ((btrim(name) <> ''::text));
ALTER TABLE app.api_keys ADD CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.api_keys ADD CONSTRAINT api_keys_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'write'::text, 'import'::text, 'ops'::text]) AND (cardinality(scopes) > 0)));
ALTER TABLE app.api_keys ADD CONSTRAINT api_keys_secret_hash_check CHECK ((length(secret_hash) = 32));
ALTER TABLE app.api_keys ADD CONSTRAINT api_keys_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.audit_entries ADD CONSTRAINT audit_entries_action_check CHECK ((action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'::text));
ALTER TABLE app.audit_entries ADD CONSTRAINT audit_entries_check CHECK (((subject_kind IS NULL) = (subject_id IS NULL)));
ALTER TABLE app.audit_entries ADD CONSTRAINT audit_entries_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text));
ALTER TABLE app.audit_entries ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.audit_entries ADD CONSTRAINT audit_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.calendar_links ADD CONSTRAINT calendar_links_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE app.calendar_links ADD CONSTRAINT calendar_links_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.chain_checks ADD CONSTRAINT chain_checks_pkey PRIMARY KEY (tenant_id, vehicle_id);
ALTER TABLE app.chain_checks ADD CONSTRAINT chain_checks_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.cost_entries ADD CONSTRAINT cost_entries_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.cost_rollups ADD CONSTRAINT cost_rollups_pkey PRIMARY KEY (tenant_id, generation, vehicle_id, month, category, currency);
ALTER TABLE app.event_hours ADD CONSTRAINT event_hours_minutes_check CHECK ((minutes >= 0));
ALTER TABLE app.event_hours ADD CONSTRAINT event_hours_pkey PRIMARY KEY (tenant_id, event_id);
ALTER TABLE app.event_hours ADD CONSTRAINT event_hours_replaced_min_check CHECK ((replaced_min >= 0));
ALTER TABLE app.event_ids ADD CONSTRAINT event_ids_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.event_rollups ADD CONSTRAINT event_rollups_pkey PRIMARY KEY (tenant_id, generation, vehicle_id, month, type);
ALTER TABLE app.event_supersessions ADD CONSTRAINT event_supersessions_pkey PRIMARY KEY (tenant_id, event_id);
ALTER TABLE app.files ADD CONSTRAINT files_check CHECK (((octet_length(content) = bytes) AND ((bytes >= 1) AND (bytes <= 10485760))));
ALTER TABLE app.files ADD CONSTRAINT files_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.files ADD CONSTRAINT files_sha256_check CHECK ((octet_length(sha256) = 32));
ALTER TABLE app.files ADD CONSTRAINT files_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.followed_claims ADD CONSTRAINT followed_claims_pkey PRIMARY KEY (user_id, provider);
ALTER TABLE app.followed_claims ADD CONSTRAINT followed_claims_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.profiles(user_id) ON DELETE CASCADE;
ALTER TABLE app.former_members ADD CONSTRAINT former_members_name_check CHECK ((name <> ''::text));
ALTER TABLE app.former_members ADD CONSTRAINT former_members_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE app.former_members ADD CONSTRAINT former_members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.former_members ADD CONSTRAINT former_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.profiles(user_id);
ALTER TABLE app.fuel_fills ADD CONSTRAINT fuel_fills_fill_check CHECK ((fill = ANY (ARRAY['full'::text, 'partial'::text])));
ALTER TABLE app.fuel_fills ADD CONSTRAINT fuel_fills_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.fuel_odometer_steps ADD CONSTRAINT fuel_odometer_steps_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.fuel_rollups ADD CONSTRAINT fuel_rollups_pkey PRIMARY KEY (tenant_id, generation, vehicle_id, energy, month);
ALTER TABLE app.fuel_segments ADD CONSTRAINT fuel_segments_check CHECK (((status = 'closed'::text) = (reason IS NULL)));
ALTER TABLE app.fuel_segments ADD CONSTRAINT fuel_segments_pkey PRIMARY KEY (tenant_id, generation, to_event_id);
ALTER TABLE app.fuel_segments ADD CONSTRAINT fuel_segments_status_check CHECK ((status = ANY (ARRAY['closed'::text, 'void'::text, 'anomaly'::text])));
ALTER TABLE app.garage_members ADD CONSTRAINT garage_members_pkey PRIMARY KEY (tenant_id, garage_id, user_id);
ALTER TABLE app.garage_members ADD CONSTRAINT garage_members_role_check CHECK ((role = ANY (ARRAY['manager'::text, 'driver'::text, 'viewer'::text])));
ALTER TABLE app.garage_members ADD CONSTRAINT garage_members_tenant_id_garage_id_fkey FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages(tenant_id, id);
ALTER TABLE app.garage_members ADD CONSTRAINT garage_members_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.garages ADD CONSTRAINT garages_name_check CHECK ((name <> ''::text));
ALTER TABLE app.garages ADD CONSTRAINT garages_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.garages ADD CONSTRAINT garages_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.history_exports ADD CONSTRAINT history_exports_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.history_exports ADD CONSTRAINT history_exports_tenant_id_key_id_fkey FOREIGN KEY (tenant_id, key_id) REFERENCES app.tenant_keys(tenant_id, id);
ALTER TABLE app.history_exports ADD CONSTRAINT history_exports_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.hours_readings ADD CONSTRAINT hours_readings_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.idempotent_requests ADD CONSTRAINT idempotent_requests_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.idempotent_requests ADD CONSTRAINT idempotent_requests_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.imports ADD CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.imports ADD CONSTRAINT imports_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.invitations ADD CONSTRAINT invitations_check CHECK (((garage_id IS NULL) = (garage_role IS NULL)));
ALTER TABLE app.invitations ADD CONSTRAINT invitations_check1 CHECK ((num_nonnulls(accepted_at, declined_at, revoked_at) <= 1));
ALTER TABLE app.invitations ADD CONSTRAINT invitations_email_check CHECK ((email = lower(email)));
ALTER TABLE app.invitations ADD CONSTRAINT invitations_garage_role_check CHECK ((garage_role = ANY (ARRAY['manager'::text, 'driver'::text, 'viewer'::text])));
ALTER TABLE app.invitations ADD CONSTRAINT invitations_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.invitations ADD CONSTRAINT invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'driver'::text, 'viewer'::text, 'maintainer'::text])));
ALTER TABLE app.invitations ADD CONSTRAINT invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.invitations ADD CONSTRAINT invitations_tenant_id_garage_id_fkey FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages(tenant_id, id);
ALTER TABLE app.mails ADD CONSTRAINT mails_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.mails ADD CONSTRAINT mails_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'claimed'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text])));
ALTER TABLE app.mails ADD CONSTRAINT mails_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.memberships ADD CONSTRAINT keep_a_tenant TRIGGER DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE app.memberships ADD CONSTRAINT memberships_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE app.memberships ADD CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'driver'::text, 'viewer'::text, 'maintainer'::text])));
ALTER TABLE app.memberships ADD CONSTRAINT memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.memberships ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.profiles(user_id);
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_check CHECK (((quiet_from_min IS NULL) = (quiet_until_min IS NULL)));
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_digest_at_min_check CHECK (((digest_at_min >= 0) AND (digest_at_min <= 1439)));
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_digest_check CHECK ((digest = ANY (ARRAY['none'::text, 'daily'::text, 'weekly'::text])));
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_pkey PRIMARY KEY (tenant_id, user_id);
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_quiet_from_min_check CHECK (((quiet_from_min >= 0) AND (quiet_from_min <= 1439)));
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_quiet_until_min_check CHECK (((quiet_until_min >= 0) AND (quiet_until_min <= 1439)));
ALTER TABLE app.notification_preferences ADD CONSTRAINT notification_preferences_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.notifications ADD CONSTRAINT notifications_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'mail'::text])));
ALTER TABLE app.notifications ADD CONSTRAINT notifications_once UNIQUE (tenant_id, reminder_id, cycle, occasion, round, state, user_id, channel);
ALTER TABLE app.notifications ADD CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.notifications ADD CONSTRAINT notifications_state_check CHECK ((state = ANY (ARRAY['due-soon'::text, 'due'::text, 'overdue'::text])));
ALTER TABLE app.notifications ADD CONSTRAINT notifications_tenant_id_mail_id_fkey FOREIGN KEY (tenant_id, mail_id) REFERENCES app.mails(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE app.notifications ADD CONSTRAINT notifications_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.notifications ADD CONSTRAINT notifications_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.odometer_readings ADD CONSTRAINT odometer_readings_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.profiles ADD CONSTRAINT profiles_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_distance_unit_check CHECK ((distance_unit = ANY (ARRAY['km'::text, 'mi'::text])));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_pkey PRIMARY KEY (user_id);
ALTER TABLE app.profiles ADD CONSTRAINT profiles_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])));
ALTER TABLE app.profiles ADD CONSTRAINT profiles_volume_unit_check CHECK ((volume_unit = ANY (ARRAY['L'::text, 'gal-us'::text, 'gal-uk'::text])));
ALTER TABLE app.projector_checkpoints ADD CONSTRAINT projector_checkpoints_pkey PRIMARY KEY (tenant_id, projector, generation);
ALTER TABLE app.reminder_events ADD CONSTRAINT reminder_events_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.shares ADD CONSTRAINT shares_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.shares ADD CONSTRAINT shares_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.shares ADD CONSTRAINT shares_token_hash_check CHECK ((octet_length(token_hash) = 32));
ALTER TABLE app.summary_events ADD CONSTRAINT summary_events_pkey PRIMARY KEY (tenant_id, generation, event_id);
ALTER TABLE app.tariffs ADD CONSTRAINT tariffs_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE app.tariffs ADD CONSTRAINT tariffs_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.tariffs ADD CONSTRAINT tariffs_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.tenant_heads ADD CONSTRAINT tenant_heads_pkey PRIMARY KEY (tenant_id);
ALTER TABLE app.tenant_keys ADD CONSTRAINT tenant_keys_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.tenant_keys ADD CONSTRAINT tenant_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.tenants ADD CONSTRAINT tenants_kind_check CHECK ((kind = ANY (ARRAY['personal'::text, 'fleet'::text])));
ALTER TABLE app.tenants ADD CONSTRAINT tenants_name_check CHECK ((name <> ''::text));
ALTER TABLE app.tenants ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);
ALTER TABLE app.terms_acceptances ADD CONSTRAINT terms_acceptances_pkey PRIMARY KEY (user_id, version);
ALTER TABLE app.terms_acceptances ADD CONSTRAINT terms_acceptances_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.profiles(user_id);
ALTER TABLE app.terms_acceptances ADD CONSTRAINT terms_acceptances_version_check CHECK (((version <> ''::text) AND (length(version) <= 40)));
ALTER TABLE app.transfers ADD CONSTRAINT transfers_check CHECK ((num_nonnulls(accepted_at, declined_at, revoked_at) <= 1));
ALTER TABLE app.transfers ADD CONSTRAINT transfers_check1 CHECK ((num_nonnulls(accepted_at, accepted_by, accepted_into) = ANY (ARRAY[0, 3])));
ALTER TABLE app.transfers ADD CONSTRAINT transfers_email_check CHECK ((email = lower(email)));
ALTER TABLE app.transfers ADD CONSTRAINT transfers_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.transfers ADD CONSTRAINT transfers_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.transfers ADD CONSTRAINT transfers_token_hash_check CHECK ((octet_length(token_hash) = 32));
ALTER TABLE app.vehicle_drivers ADD CONSTRAINT vehicle_drivers_pkey PRIMARY KEY (tenant_id, vehicle_id, user_id);
ALTER TABLE app.vehicle_drivers ADD CONSTRAINT vehicle_drivers_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships(tenant_id, user_id) ON DELETE CASCADE;
ALTER TABLE app.vehicle_drivers ADD CONSTRAINT vehicle_drivers_tenant_id_vehicle_id_fkey FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles(tenant_id, id);
ALTER TABLE app.vehicle_events ADD CONSTRAINT reading_of_zero_starts_an_odometer CHECK (((odometer_m > 0) OR ((odometer_m = 0) AND (payload ? 'replacedM'::text))));
ALTER TABLE app.vehicle_events ADD CONSTRAINT restoration_only_restores CHECK (((type <> 'restoration'::text) OR ((corrects_id IS NOT NULL) AND (odometer_m IS NULL))));
ALTER TABLE app.vehicle_events ADD CONSTRAINT retraction_only_retracts CHECK (((type <> 'retraction'::text) OR ((corrects_id IS NOT NULL) AND (odometer_m IS NULL))));
ALTER TABLE app.vehicle_events ADD CONSTRAINT vehicle_events_check CHECK (((corrects_id IS NULL) = (corrects_date IS NULL)));
ALTER TABLE app.vehicle_events ADD CONSTRAINT vehicle_events_content_hash_check CHECK ((octet_length(content_hash) = 32));
ALTER TABLE app.vehicle_events ADD CONSTRAINT vehicle_events_pkey PRIMARY KEY (tenant_id, id, date);
ALTER TABLE app.vehicle_streams ADD CONSTRAINT vehicle_streams_pkey PRIMARY KEY (tenant_id, vehicle_id);
ALTER TABLE app.vehicle_summary ADD CONSTRAINT vehicle_summary_pkey PRIMARY KEY (tenant_id, generation, vehicle_id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_battery_wh_check CHECK ((battery_wh > 0));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_check CHECK (((nickname IS NOT NULL) OR (make IS NOT NULL) OR (model IS NOT NULL)));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_distance_unit_check CHECK ((distance_unit = ANY (ARRAY['km'::text, 'mi'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_kind_check CHECK ((kind = ANY (ARRAY['car'::text, 'estate'::text, 'motorcycle'::text, 'van'::text, 'suv'::text, 'truck'::text, 'other'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_pkey PRIMARY KEY (tenant_id, id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES app.tenants(id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_tenant_id_garage_id_fkey FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages(tenant_id, id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_tenant_id_image_id_fkey FOREIGN KEY (tenant_id, image_id) REFERENCES app.files(tenant_id, id);
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_volume_unit_check CHECK ((volume_unit = ANY (ARRAY['L'::text, 'gal-us'::text, 'gal-uk'::text])));
ALTER TABLE app.vehicles ADD CONSTRAINT vehicles_year_check CHECK (((year >= 1880) AND (year <= 2200)));
ALTER TABLE auth.account ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE auth.account ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."deletedLink" ADD CONSTRAINT "deletedLink_pkey" PRIMARY KEY ("providerId", "subjectHash");
ALTER TABLE auth.jwks ADD CONSTRAINT jwks_pkey PRIMARY KEY (id);
ALTER TABLE auth.passkey ADD CONSTRAINT "passkey_credentialID_key" UNIQUE ("credentialID");
ALTER TABLE auth.passkey ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);
ALTER TABLE auth.passkey ADD CONSTRAINT "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth.session ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE auth.session ADD CONSTRAINT session_token_key UNIQUE (token);
ALTER TABLE auth.session ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."twoFactor" ADD CONSTRAINT "twoFactor_pkey" PRIMARY KEY (id);
ALTER TABLE auth."twoFactor" ADD CONSTRAINT "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."twoFactor" ADD CONSTRAINT "twoFactor_userId_key" UNIQUE ("userId");
ALTER TABLE auth."unlinkedProvider" ADD CONSTRAINT "unlinkedProvider_pkey" PRIMARY KEY ("userId", "providerId");
ALTER TABLE auth."unlinkedProvider" ADD CONSTRAINT "unlinkedProvider_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."usedCode" ADD CONSTRAINT "usedCode_pkey" PRIMARY KEY ("userId", code);
ALTER TABLE auth."usedCode" ADD CONSTRAINT "usedCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
ALTER TABLE auth."user" ADD CONSTRAINT user_email_key UNIQUE (email);
ALTER TABLE auth."user" ADD CONSTRAINT user_pkey PRIMARY KEY (id);
ALTER TABLE auth.verification ADD CONSTRAINT verification_pkey PRIMARY KEY (id);
ALTER TABLE private.materialized_view_refreshes ADD CONSTRAINT materialized_view_refreshes_pkey PRIMARY KEY (id);
ALTER TABLE private.timeline_feed_positions ADD CONSTRAINT timeline_feed_positions_pkey PRIMARY KEY (tenant_id);
ALTER TABLE private.worker_heartbeats ADD CONSTRAINT worker_heartbeats_pkey PRIMARY KEY (worker_id);

-- indexes
CREATE INDEX api_keys_secret ON app.api_keys USING btree (secret_hash);
CREATE INDEX api_keys_user ON app.api_keys USING btree (tenant_id, user_id, id DESC);
CREATE UNIQUE INDEX calendar_links_secret ON app.calendar_links USING btree (tenant_id, secret_hash);
CREATE INDEX cost_entries_rollup ON app.cost_entries USING btree (tenant_id, generation, vehicle_id, month, category, currency);
CREATE INDEX event_hours_in_order ON app.event_hours USING btree (tenant_id, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CREATE INDEX files_vehicle ON app.files USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX former_members_user ON app.former_members USING btree (user_id);
CREATE INDEX fuel_fills_anchors ON app.fuel_fills USING btree (tenant_id, generation, vehicle_id, energy, date) WHERE ((fill = 'full'::text) AND (odometer_m IS NOT NULL));
CREATE INDEX fuel_fills_vehicle ON app.fuel_fills USING btree (tenant_id, generation, vehicle_id, energy, date);
CREATE INDEX fuel_odometer_steps_vehicle ON app.fuel_odometer_steps USING btree (tenant_id, generation, vehicle_id, date);
CREATE INDEX fuel_segments_vehicle ON app.fuel_segments USING btree (tenant_id, generation, vehicle_id, energy, to_date DESC, to_odometer_m DESC);
CREATE INDEX garage_members_user ON app.garage_members USING btree (tenant_id, user_id);
CREATE INDEX history_exports_code ON app.history_exports USING btree (code);
CREATE INDEX history_exports_key ON app.history_exports USING btree (tenant_id, key_id);
CREATE INDEX history_exports_vehicle ON app.history_exports USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX hours_readings_vehicle ON app.hours_readings USING btree (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CREATE INDEX idempotent_requests_lapsing ON app.idempotent_requests USING btree (tenant_id, created_at) WHERE ((answer IS NOT NULL) OR of_key);
CREATE INDEX imports_vehicle ON app.imports USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX invitations_garage ON app.invitations USING btree (tenant_id, garage_id);
CREATE INDEX mails_open ON app.mails USING btree (tenant_id, id) WHERE (status = ANY (ARRAY['waiting'::text, 'claimed'::text, 'sending'::text]));
CREATE INDEX mails_user ON app.mails USING btree (tenant_id, user_id, created_at DESC);
CREATE INDEX memberships_user ON app.memberships USING btree (user_id, tenant_id);
CREATE INDEX notifications_mail ON app.notifications USING btree (tenant_id, mail_id);
CREATE INDEX notifications_user ON app.notifications USING btree (tenant_id, user_id, channel, id DESC);
CREATE INDEX notifications_vehicle ON app.notifications USING btree (tenant_id, vehicle_id);
CREATE INDEX odometer_readings_steps ON app.odometer_readings USING btree (tenant_id, generation, vehicle_id) WHERE (step_m <> 0);
CREATE INDEX odometer_readings_vehicle ON app.odometer_readings USING btree (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CREATE UNIQUE INDEX projector_checkpoints_live ON app.projector_checkpoints USING btree (tenant_id, projector) WHERE live;
CREATE INDEX reminder_events_life ON app.reminder_events USING btree (tenant_id, generation, vehicle_id, date, occurred_at, order_version) WHERE (life IS NOT NULL);
CREATE INDEX reminder_events_root ON app.reminder_events USING btree (tenant_id, generation, root_id) WHERE (reminder IS NOT NULL);
CREATE INDEX reminder_events_vehicle ON app.reminder_events USING btree (tenant_id, generation, vehicle_id, date, occurred_at, order_version);
CREATE INDEX shares_token ON app.shares USING btree (token_hash);
CREATE INDEX shares_vehicle ON app.shares USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX summary_events_month ON app.summary_events USING btree (tenant_id, generation, vehicle_id, month, type);
CREATE INDEX summary_events_readings ON app.summary_events USING btree (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC) WHERE (odometer_m IS NOT NULL);
CREATE INDEX summary_events_steps ON app.summary_events USING btree (tenant_id, generation, vehicle_id) WHERE (step_m <> 0);
CREATE INDEX summary_events_vehicle ON app.summary_events USING btree (tenant_id, generation, vehicle_id, date DESC, occurred_at DESC, order_version DESC);
CREATE INDEX tariffs_vehicle ON app.tariffs USING btree (tenant_id, vehicle_id);
CREATE INDEX tenant_keys_by_id ON app.tenant_keys USING btree (id);
CREATE UNIQUE INDEX tenant_keys_current ON app.tenant_keys USING btree (tenant_id) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX transfers_open ON app.transfers USING btree (tenant_id, vehicle_id) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX transfers_vehicle ON app.transfers USING btree (tenant_id, vehicle_id, id DESC);
CREATE INDEX vehicle_drivers_user ON app.vehicle_drivers USING btree (tenant_id, user_id);
CREATE INDEX vehicle_events_corrects ON ONLY app.vehicle_events USING btree (tenant_id, corrects_id) WHERE (corrects_id IS NOT NULL);
CREATE INDEX vehicle_events_in_order ON ONLY app.vehicle_events USING btree (tenant_id, vehicle_id, date DESC, occurred_at DESC, order_version DESC, "position" DESC);
CREATE INDEX vehicle_events_position ON ONLY app.vehicle_events USING btree (tenant_id, "position");
CREATE INDEX vehicle_events_tenant ON ONLY app.vehicle_events USING btree (tenant_id, date DESC, occurred_at DESC, "position" DESC);
CREATE INDEX vehicles_garage ON app.vehicles USING btree (tenant_id, garage_id);
CREATE INDEX vehicles_image ON app.vehicles USING btree (tenant_id, image_id);
CREATE UNIQUE INDEX vehicles_live_vin ON app.vehicles USING btree (tenant_id, vin) WHERE ((deleted_at IS NULL) AND (handed_over_at IS NULL) AND (vin IS NOT NULL));
CREATE UNIQUE INDEX "account_providerId_accountId_key" ON auth.account USING btree ("providerId", "accountId");
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");
CREATE INDEX "deletedLink_deletedAt" ON auth."deletedLink" USING btree ("deletedAt");
CREATE INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId");
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);
CREATE INDEX materialized_view_refreshes_latest ON private.materialized_view_refreshes USING btree (view, id DESC);
CREATE UNIQUE INDEX timeline_feed_key ON private.timeline_feed USING btree (tenant_id, vehicle_id, month);

-- views
CREATE VIEW app.timeline_feed WITH (security_barrier=true) AS
 SELECT tenant_id,
    vehicle_id,
    month,
    events,
    events_by_type,
    costs
   FROM private.timeline_feed f
  WHERE tenant_id = (( SELECT app.current_tenant_id() AS current_tenant_id));
CREATE VIEW private.db_health_stats AS
 SELECT schemaname::text AS schema,
    relname::text AS relation,
    n_live_tup AS live_rows,
    n_dead_tup AS dead_rows,
    pg_total_relation_size(relid::regclass) AS bytes,
    last_vacuum,
    last_autovacuum,
    last_analyze,
    last_autoanalyze
   FROM pg_stat_all_tables s
  WHERE schemaname = ANY (ARRAY['app'::name, 'private'::name, 'auth'::name, 'pgboss'::name]);
CREATE VIEW private.mv_freshness AS
 SELECT view,
    started_at,
    ended_at,
    ended_at - started_at AS took,
    now() - ended_at AS age,
    rows,
    "position"
   FROM private.materialized_view_refreshes r
  WHERE id = (( SELECT max(latest.id) AS max
           FROM private.materialized_view_refreshes latest
          WHERE latest.view = r.view));
CREATE VIEW private.partition_coverage AS
 WITH partitions AS (
         SELECT c.oid,
            c.relname,
            c.reltuples,
            "substring"(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''(\d{4})'::text)::integer AS year
           FROM pg_inherits i
             JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = 'app.vehicle_events'::regclass::oid
        ), years AS (
         SELECT p_1.year
           FROM partitions p_1
        UNION
         SELECT generate_series(EXTRACT(year FROM now())::integer, EXTRACT(year FROM now())::integer + 2) AS generate_series
        )
 SELECT y.year,
    p.relname::text AS partition,
    p.oid IS NOT NULL AS covered,
    GREATEST(p.reltuples, 0::real)::bigint AS estimated_rows,
    COALESCE(pg_total_relation_size(p.oid::regclass), 0::bigint) AS bytes
   FROM years y
     LEFT JOIN partitions p ON p.year = y.year
  ORDER BY y.year;
CREATE VIEW private.rollup_months WITH (security_invoker=true) AS
 SELECT tenant_id,
    vehicle_id,
    month,
    sum(events) AS events,
    COALESCE(jsonb_object_agg(key, events) FILTER (WHERE events IS NOT NULL), '{}'::jsonb) AS events_by_type,
    COALESCE(jsonb_object_agg(key, total_minor) FILTER (WHERE total_minor IS NOT NULL), '{}'::jsonb) AS costs
   FROM ( SELECT r.tenant_id,
            r.vehicle_id,
            r.month,
            r.type AS key,
            r.events,
            NULL::bigint AS total_minor
           FROM app.event_rollups r
             JOIN app.projector_checkpoints c ON c.tenant_id = r.tenant_id AND c.projector = 'vehicle-summary'::text AND c.generation = r.generation AND c.live
        UNION ALL
         SELECT r.tenant_id,
            r.vehicle_id,
            r.month,
            r.currency,
            NULL::integer,
            sum(r.total_minor)::bigint AS sum
           FROM app.cost_rollups r
             JOIN app.projector_checkpoints c ON c.tenant_id = r.tenant_id AND c.projector = 'cost-rollups'::text AND c.generation = r.generation AND c.live
          GROUP BY r.tenant_id, r.vehicle_id, r.month, r.currency) month_rows
  GROUP BY tenant_id, vehicle_id, month;
CREATE VIEW private.rollup_positions WITH (security_invoker=true) AS
 SELECT tenant_id,
    sum("position")::bigint AS "position"
   FROM app.projector_checkpoints c
  WHERE live AND (projector = ANY (ARRAY['vehicle-summary'::text, 'cost-rollups'::text]))
  GROUP BY tenant_id;
CREATE MATERIALIZED VIEW private.timeline_feed AS
 SELECT tenant_id,
    vehicle_id,
    month,
    events,
    events_by_type,
    costs
   FROM private.rollup_months;

-- functions
CREATE OR REPLACE FUNCTION app.accept_invitation(p_token_hash bytea, p_user uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$;
ALTER FUNCTION app.accept_invitation(p_token_hash bytea, p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.accept_terms(p_user uuid, p_version text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT app.belongs_here(p_user) THEN
    RAISE EXCEPTION 'terms are accepted by people of the tenant at hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO app.terms_acceptances (user_id, version) VALUES (p_user, p_version) ON CONFLICT (user_id, version) DO NOTHING;
END $function$;
ALTER FUNCTION app.accept_terms(p_user uuid, p_version text) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.append_all(p_tenant uuid, p_vehicle uuid, p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_corrects uuid[], p_by uuid[], p_source text[])
 RETURNS SETOF app.append_result
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  many CONSTANT integer := COALESCE(array_length(p_id, 1), 0);
  head app.vehicle_streams;
  reach integer := many;
  at_hand integer := 1;
  upto integer;
  last_reading integer;
  chain bytea[];
  base bigint;
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'events are appended in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  WHILE at_hand <= many LOOP
    upto := at_hand - 1;
    WHILE upto < LEAST(at_hand + reach - 1, many) AND p_expected[upto + 1] IS NULL AND p_corrects[upto + 1] IS NULL
        AND NOT p_payload[upto + 1] ?| ARRAY['replacedM', 'runtimeMin'] LOOP
      upto := upto + 1;
    END LOOP;

    IF upto > at_hand THEN
      SELECT s.* INTO head FROM app.vehicle_streams s WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle FOR NO KEY UPDATE;
      -- None of them may be known, or come twice; asked in a scalar subquery, for a probe of the index each.
      IF head.vehicle_id IS NULL
          OR EXISTS (SELECT FROM generate_series(at_hand, upto) o
                      WHERE (SELECT i.date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id[o]) IS NOT NULL)
          OR (SELECT count(DISTINCT p_id[o]) FROM generate_series(at_hand, upto) o) <= upto - at_hand
          OR NOT app.readings_fit(p_tenant, p_vehicle, head, at_hand, upto, p_date, p_at, p_odometer_m, p_void) THEN
        reach := (upto - at_hand + 1) / 2;
        CONTINUE;
      END IF;

      chain := '{}';
      FOR o IN at_hand .. upto LOOP
        head.chain_hash := sha256(head.chain_hash || substring(p_hashes FROM (o - 1) * 32 + 1 FOR 32));
        chain := array_append(chain, head.chain_hash);
      END LOOP;
      SELECT o INTO last_reading FROM generate_series(at_hand, upto) o
       WHERE p_odometer_m[o] IS NOT NULL AND NOT p_void[o] ORDER BY p_date[o] DESC, p_at[o] DESC, o DESC LIMIT 1;
      IF FOUND AND (head.reading_m IS NULL OR (p_date[last_reading], p_at[last_reading]) >= (head.reading_date, head.reading_at)) THEN
        head.reading_id := p_id[last_reading];
        head.reading_date := p_date[last_reading];
        head.reading_at := p_at[last_reading];
        head.reading_order := head.version + last_reading - at_hand + 1;
        head.reading_m := p_odometer_m[last_reading];
      END IF;
      -- The ids first: an append of one of them to another vehicle makes us wait here, before the tenant's head is held.
      INSERT INTO app.event_ids (tenant_id, id, date)
      SELECT p_tenant, p_id[o], p_date[o] FROM generate_series(at_hand, upto) o ORDER BY p_id[o];
      UPDATE app.vehicle_streams s
         SET version = head.version + upto - at_hand + 1, chain_hash = head.chain_hash, reading_id = head.reading_id,
             reading_date = head.reading_date, reading_at = head.reading_at, reading_order = head.reading_order, reading_m = head.reading_m
       WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle;
      UPDATE app.tenant_heads t SET position = t.position + upto - at_hand + 1
       WHERE t.tenant_id = p_tenant RETURNING t.position - upto + at_hand - 1 INTO base;
      INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
          odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
      SELECT p_tenant, p_vehicle, p_id[o], p_date[o], p_at[o], p_time_known[o], p_type[o], p_schema[o], p_odometer_m[o],
          p_void[o], p_payload[o], p_notes[o], head.version + o - at_hand + 1, head.version + o - at_hand + 1, base + o - at_hand + 1,
          substring(p_hashes FROM (o - 1) * 32 + 1 FOR 32), chain[o - at_hand + 1], p_by[o], p_source[o]
        FROM generate_series(at_hand, upto) o;
      RETURN QUERY SELECT 'appended', head.version + o - at_hand + 1, base + o - at_hand + 1,
          NULL::uuid, NULL::date, NULL::bigint, NULL::uuid, NULL::date, NULL::bigint
        FROM generate_series(at_hand, upto) o;
      reach := (upto - at_hand + 1) * 2;
      at_hand := upto + 1;
    ELSE
      RETURN NEXT app.append_event(p_tenant, p_vehicle, p_id[at_hand], p_date[at_hand], p_at[at_hand], p_time_known[at_hand],
        p_type[at_hand], p_schema[at_hand], p_odometer_m[at_hand], p_void[at_hand], p_payload[at_hand], p_notes[at_hand],
        substring(p_hashes FROM (at_hand - 1) * 32 + 1 FOR 32), p_expected[at_hand], p_corrects[at_hand], p_by[at_hand], p_source[at_hand]);
      at_hand := at_hand + 1;
      reach := GREATEST(reach, 2);
    END IF;
  END LOOP;
END $function$;
ALTER FUNCTION app.append_all(p_tenant uuid, p_vehicle uuid, p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_corrects uuid[], p_by uuid[], p_source text[]) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.append_event(p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamp with time zone, p_time_known boolean, p_type text, p_schema smallint, p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid, p_by uuid, p_source text)
 RETURNS app.append_result
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  result app.append_result;
  reading bigint := CASE WHEN p_void THEN NULL ELSE p_odometer_m END;
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'events are appended in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  IF p_corrects IS NULL AND NOT p_payload ?| '{replacedM,runtimeMin}' THEN
    WITH head AS (
      UPDATE app.vehicle_streams s
         SET version = s.version + 1,
             chain_hash = sha256(s.chain_hash || p_hash),
             reading_m = COALESCE(reading, s.reading_m),
             reading_date = CASE WHEN reading IS NULL THEN s.reading_date ELSE p_date END,
             reading_at = CASE WHEN reading IS NULL THEN s.reading_at ELSE p_at END,
             reading_order = CASE WHEN reading IS NULL THEN s.reading_order ELSE s.version + 1 END,
             reading_id = CASE WHEN reading IS NULL THEN s.reading_id ELSE p_id END
       WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle
         AND (p_expected IS NULL OR s.version = p_expected)
         AND (reading IS NULL OR s.reading_m IS NULL OR ((p_date, p_at) >= (s.reading_date, s.reading_at) AND reading >= s.reading_m))
         AND NOT EXISTS (SELECT FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id)
      RETURNING s.version, s.chain_hash),
    registered AS (INSERT INTO app.event_ids (tenant_id, id, date) SELECT p_tenant, p_id, p_date FROM head RETURNING 1),
    placed AS (
      UPDATE app.tenant_heads t SET position = t.position + 1 FROM registered WHERE t.tenant_id = p_tenant RETURNING t.position),
    stored AS (
      INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
          odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
      SELECT p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m,
          p_void, p_payload, p_notes, head.version, head.version, placed.position, p_hash, head.chain_hash, p_by, p_source
        FROM head, placed)
    SELECT 'appended', head.version, placed.position INTO result.status, result.version, result.position FROM head, placed;
    IF result.status IS NOT NULL THEN
      RETURN result;
    END IF;
  END IF;
  RETURN app.append_guarded(p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m, p_void,
                            p_payload, p_notes, p_hash, p_expected, p_corrects, p_by, p_source);
END $function$;
ALTER FUNCTION app.append_event(p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamp with time zone, p_time_known boolean, p_type text, p_schema smallint, p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid, p_by uuid, p_source text) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.append_group(p_scope text, p_tenant uuid[], p_vehicle uuid[], p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_by uuid[], p_source text[])
 RETURNS TABLE(ordinal integer, version integer, "position" bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 64
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
BEGIN
  IF (p_scope = current_setting('app.tenant_ids', true)) IS NOT TRUE
      OR p_scope <> '{' || app.current_tenant_id() || '}' THEN
    RAISE EXCEPTION 'a batch is appended in the tenants that it entered alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH command AS MATERIALIZED (
    SELECT o, p_tenant[o] AS tenant, p_vehicle[o] AS vehicle, p_id[o] AS id, p_date[o] AS date, p_at[o] AS at,
           CASE WHEN p_void[o] THEN NULL ELSE p_odometer_m[o] END AS reading, p_expected[o] AS expected
      FROM generate_subscripts(p_tenant, 1) o WHERE o BETWEEN 1 AND 1000),
  head AS (
    UPDATE app.vehicle_streams s
       SET version = s.version + 1,
           chain_hash = sha256(s.chain_hash || substring(p_hashes FROM (c.o - 1) * 32 + 1 FOR 32)),
           reading_m = COALESCE(c.reading, s.reading_m),
           reading_date = CASE WHEN c.reading IS NULL THEN s.reading_date ELSE c.date END,
           reading_at = CASE WHEN c.reading IS NULL THEN s.reading_at ELSE c.at END,
           reading_order = CASE WHEN c.reading IS NULL THEN s.reading_order ELSE s.version + 1 END,
           reading_id = CASE WHEN c.reading IS NULL THEN s.reading_id ELSE c.id END
      FROM command c
     WHERE s.tenant_id = c.tenant AND s.vehicle_id = c.vehicle
       AND (c.expected IS NULL OR s.version = c.expected)
       AND (c.reading IS NULL OR s.reading_m IS NULL OR ((c.date, c.at) >= (s.reading_date, s.reading_at) AND c.reading >= s.reading_m))
       AND NOT EXISTS (SELECT FROM app.event_ids i WHERE i.tenant_id = c.tenant AND i.id = c.id)
    RETURNING c.o, c.tenant, c.id, c.date, s.version, s.chain_hash),
  registered AS (
    INSERT INTO app.event_ids (tenant_id, id, date) SELECT h.tenant, h.id, h.date FROM head h ORDER BY h.tenant, h.id RETURNING tenant_id),
  tenant AS (
    UPDATE app.tenant_heads t SET position = t.position + r.events
      FROM (SELECT r.tenant_id, count(*) AS events FROM registered r GROUP BY 1 ORDER BY 1) r
     WHERE t.tenant_id = r.tenant_id RETURNING t.tenant_id, t.position - r.events AS base),
  numbered AS MATERIALIZED (
    SELECT h.*, t.base + row_number() OVER (PARTITION BY h.tenant ORDER BY h.o) AS place
      FROM head h JOIN tenant t ON t.tenant_id = h.tenant),
  stored AS (
    INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
        odometer_void, payload, notes, version, order_version, position, content_hash, chain_hash, recorded_by, source)
    SELECT n.tenant, p_vehicle[n.o], n.id, n.date, p_at[n.o], p_time_known[n.o], p_type[n.o], p_schema[n.o], p_odometer_m[n.o],
        p_void[n.o], p_payload[n.o], p_notes[n.o], n.version, n.version, n.place,
        substring(p_hashes FROM (n.o - 1) * 32 + 1 FOR 32), n.chain_hash, p_by[n.o], p_source[n.o]
      FROM numbered n)
  SELECT n.o, n.version, n.place FROM numbered n;
END $function$;
ALTER FUNCTION app.append_group(p_scope text, p_tenant uuid[], p_vehicle uuid[], p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_by uuid[], p_source text[]) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.append_guarded(p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamp with time zone, p_time_known boolean, p_type text, p_schema smallint, p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid, p_by uuid, p_source text)
 RETURNS app.append_result
 LANGUAGE plpgsql
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  head record;
  known record;
  target app.recorded_event;
  beneath app.recorded_event;
  -- the event whose reading comes, if it is one that counts, and the one whose reading goes
  comes app.recorded_event;
  goes app.recorded_event;
  earlier app.placed_reading;
  later app.placed_reading;
  before_gap app.placed_reading;
  after_gap app.placed_reading;
  result app.append_result;
  known_date date;
  target_date date;
  place integer;
  restores boolean := p_corrects IS NOT NULL AND p_type = 'restoration';
  hides boolean := p_corrects IS NOT NULL AND p_type IN ('retraction', 'restoration');
  -- supersessions that end, and the ones that hold again
  ended uuid[] := '{}';
  renewed uuid[] := '{}';
  next_chain bytea;
BEGIN
  SELECT s.* INTO head FROM app.vehicle_streams s WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    result.status := 'unknown-vehicle';
    RETURN result;
  END IF;

  -- The same id again is the same command, unless its content differs.
  SELECT i.date INTO known_date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id;
  IF FOUND THEN
    SELECT e.version, e.position, e.content_hash, e.vehicle_id INTO known
      FROM app.vehicle_events e WHERE e.tenant_id = p_tenant AND e.id = p_id AND e.date = known_date;
    IF known.content_hash = p_hash AND known.vehicle_id = p_vehicle THEN
      result.status := 'duplicate';
      result.version := known.version;
      result.position := known.position;
    ELSE
      result.status := 'id-reused';
    END IF;
    RETURN result;
  END IF;

  IF p_expected IS NOT NULL AND p_expected <> head.version THEN
    result.status := 'version-conflict';
    result.version := head.version;
    RETURN result;
  END IF;

  place := head.version + 1;
  IF p_corrects IS NOT NULL THEN
    target := app.recorded_event(p_tenant, p_corrects);
    IF target.id IS NULL OR target.vehicle_id <> p_vehicle
        OR (CASE WHEN restores THEN target.corrects_id IS NULL ELSE target.type IN ('retraction', 'restoration') END) THEN
      result.status := 'unknown-target';
      RETURN result;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = p_corrects) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    place := target.place;
    target_date := target.date;
    goes := target;
  END IF;
  comes := ROW(p_id, p_vehicle, p_date, p_at, place, p_type, p_corrects, CASE WHEN NOT p_void AND NOT hides THEN p_odometer_m END,
            (p_payload ->> 'replacedM')::bigint, (p_payload ->> 'runtimeMin')::bigint, (p_payload ->> 'replacedMin')::bigint)::app.recorded_event;

  -- What is undone ends, and what that had undone holds again: so on along the chain, down to the correction at its root.
  WHILE restores LOOP
    ended := ended || target.corrects_id;
    beneath := app.recorded_event(p_tenant, target.corrects_id);
    IF target.type <> 'restoration' THEN
      goes := target;
      comes := beneath;
      EXIT;
    END IF;
    IF EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = beneath.corrects_id) THEN
      result.status := 'target-superseded';
      RETURN result;
    END IF;
    renewed := renewed || beneath.id;
    target := app.recorded_event(p_tenant, beneath.corrects_id);
    IF beneath.type <> 'restoration' THEN
      goes := target;
      comes := beneath;
      EXIT;
    END IF;
  END LOOP;

  IF comes.odometer_m IS NOT NULL THEN
    IF head.reading_m IS NULL
        OR (head.reading_id IS DISTINCT FROM goes.id AND (comes.date, comes.at, comes.place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
      earlier := ROW(head.reading_id, head.reading_date, head.reading_at, head.reading_order, head.reading_m)::app.placed_reading;
      later := NULL::app.placed_reading;
    ELSE
      earlier := app.neighbour_reading(p_tenant, p_vehicle, comes.date, comes.at, comes.place, goes.id, -1);
      later := app.neighbour_reading(p_tenant, p_vehicle, comes.date, comes.at, comes.place, goes.id, 1);
    END IF;
    IF COALESCE(comes.replaced_m, comes.odometer_m) < earlier.metres OR comes.odometer_m > later.metres THEN
      RETURN app.out_of_order(earlier, later);
    END IF;
  END IF;

  -- Without a replacement of the odometer, the readings around it may no longer follow on each other.
  IF goes.replaced_m IS NOT NULL AND goes.odometer_m IS NOT NULL THEN
    before_gap := app.neighbour_reading(p_tenant, p_vehicle, goes.date, goes.at, goes.place, goes.id, -1);
    after_gap := app.neighbour_reading(p_tenant, p_vehicle, goes.date, goes.at, goes.place, goes.id, 1);
    IF before_gap.metres > after_gap.metres
        AND (comes.odometer_m IS NULL OR (earlier.id, later.id) IS DISTINCT FROM (before_gap.id, after_gap.id)) THEN
      RETURN app.out_of_order(before_gap, after_gap);
    END IF;
  END IF;

  result := app.refused_hours(p_tenant, comes, goes);
  IF result.status IS NOT NULL THEN
    RETURN result;
  END IF;

  -- The head's reading may go (the one before it comes back) and a later one may come.
  IF head.reading_id = goes.id THEN
    earlier := app.neighbour_reading(p_tenant, p_vehicle, head.reading_date, head.reading_at, head.reading_order, goes.id, -1);
    head.reading_id := earlier.id;
    head.reading_date := earlier.date;
    head.reading_at := earlier.at;
    head.reading_order := earlier."order";
    head.reading_m := earlier.metres;
  END IF;
  IF comes.odometer_m IS NOT NULL
      AND (head.reading_m IS NULL OR (comes.date, comes.at, comes.place) > (head.reading_date, head.reading_at, head.reading_order)) THEN
    head.reading_id := comes.id;
    head.reading_date := comes.date;
    head.reading_at := comes.at;
    head.reading_order := comes.place;
    head.reading_m := comes.odometer_m;
  END IF;

  -- The id first: an append of the same id to another vehicle makes us wait here, before the tenant's head is held.
  INSERT INTO app.event_ids (tenant_id, id, date) VALUES (p_tenant, p_id, p_date) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    result.status := 'id-reused';
    RETURN result;
  END IF;
  IF p_corrects IS NOT NULL THEN
    IF restores THEN
      DELETE FROM app.event_supersessions s WHERE s.tenant_id = p_tenant AND s.event_id = ANY (ended);
      INSERT INTO app.event_supersessions (tenant_id, event_id, by_id, by_date, vehicle_id, retracts)
      SELECT p_tenant, e.corrects_id, e.id, e.date, p_vehicle, e.type IN ('retraction', 'restoration')
        FROM unnest(renewed) r(id) CROSS JOIN LATERAL app.recorded_event(p_tenant, r.id) e;
    END IF;
    INSERT INTO app.event_supersessions (tenant_id, event_id, by_id, by_date, vehicle_id, retracts)
    VALUES (p_tenant, p_corrects, p_id, p_date, p_vehicle, hides);
  END IF;
  next_chain := sha256(head.chain_hash || p_hash);
  UPDATE app.vehicle_streams s
     SET version = head.version + 1, chain_hash = next_chain, reading_id = head.reading_id, reading_date = head.reading_date,
         reading_at = head.reading_at, reading_order = head.reading_order, reading_m = head.reading_m
   WHERE s.tenant_id = p_tenant AND s.vehicle_id = p_vehicle;
  UPDATE app.tenant_heads t SET position = t.position + 1 WHERE t.tenant_id = p_tenant RETURNING t.position INTO result.position;
  INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m, odometer_void,
      payload, notes, version, order_version, position, corrects_id, corrects_date, content_hash, chain_hash, recorded_by, source)
  VALUES (p_tenant, p_vehicle, p_id, p_date, p_at, p_time_known, p_type, p_schema, p_odometer_m, p_void,
      p_payload, p_notes, head.version + 1, place, result.position, p_corrects, target_date, p_hash, next_chain, p_by, p_source);
  IF p_payload ? 'runtimeMin' THEN
    INSERT INTO app.event_hours (tenant_id, event_id, vehicle_id, date, occurred_at, order_version, minutes, replaced_min)
    VALUES (p_tenant, p_id, p_vehicle, p_date, p_at, place, (p_payload ->> 'runtimeMin')::bigint, (p_payload ->> 'replacedMin')::bigint);
  END IF;
  result.status := 'appended';
  result.version := head.version + 1;
  RETURN result;
END $function$;
ALTER FUNCTION app.append_guarded(p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamp with time zone, p_time_known boolean, p_type text, p_schema smallint, p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid, p_by uuid, p_source text) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.beat(p_worker uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM private.worker_heartbeats h
   WHERE (h.beat_at < (now() - '1 day'::interval));
 INSERT INTO private.worker_heartbeats (worker_id)
   VALUES (beat.p_worker) ON CONFLICT(worker_id) DO UPDATE SET beat_at = now();
END;
ALTER FUNCTION app.beat(p_worker uuid) OWNER TO odolog_refresher;
CREATE OR REPLACE FUNCTION app.belongs_here(p_user uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM app.memberships m
           WHERE ((m.tenant_id = app.current_tenant_id()) AND (m.user_id = belongs_here.p_user)))) AS "exists";
END;
ALTER FUNCTION app.belongs_here(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.count_revision()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $function$;
ALTER FUNCTION app.count_revision() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.create_tenant(p_id uuid, p_name text, p_user uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$;
ALTER FUNCTION app.create_tenant(p_id uuid, p_name text, p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.current_person_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid;
ALTER FUNCTION app.current_person_id() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid;
ALTER FUNCTION app.current_tenant_id() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.ensure_partition(p_date date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  wanted_year integer := extract(year FROM p_date)::integer;
  partition text := 'vehicle_events_' || lpad(wanted_year::text, 4, '0');
BEGIN
  IF p_date IS NULL OR wanted_year NOT BETWEEN 1900 AND app.last_storable_year(now()) THEN
    RAISE EXCEPTION 'date % is outside the years that can be stored', p_date USING ERRCODE = 'datetime_field_overflow';
  END IF;
  IF EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
              WHERE c.relname = partition AND i.inhparent = 'app.vehicle_events'::regclass) THEN
    RETURN false;
  END IF;
  LOCK TABLE app.vehicle_events IN SHARE UPDATE EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
              WHERE c.relname = partition AND i.inhparent = 'app.vehicle_events'::regclass) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE app.%I (LIKE app.vehicle_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', partition);
  -- Partitions do not inherit row-level security: forced, with no policy and no grant, they are reached through the parent alone.
  EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', partition);
  -- Neither do they inherit statement triggers.
  EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
  EXECUTE format('CREATE TRIGGER append_only_statement BEFORE UPDATE OR DELETE ON app.%I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON app.%I FROM odolog_owner', partition);
  EXECUTE format('ALTER TABLE app.vehicle_events ATTACH PARTITION app.%I FOR VALUES FROM (%L) TO (%L)',
                 partition, make_date(wanted_year, 1, 1), make_date(wanted_year + 1, 1, 1));
  RETURN true;
END $function$;
ALTER FUNCTION app.ensure_partition(p_date date) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.enter_person(p_person uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF p_person <> app.current_person_id() OR app.current_tenant_id() IS NOT NULL THEN
    RAISE EXCEPTION 'this transaction is about somebody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.person_id = ' || quote_literal(p_person);
  RETURN p_person;
END $function$;
ALTER FUNCTION app.enter_person(p_person uuid) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.enter_tenant(p_tenant uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF p_tenant <> app.current_tenant_id() THEN
    RAISE EXCEPTION 'this transaction is in another tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_id = ' || quote_literal(p_tenant);
  RETURN p_tenant;
END $function$;
ALTER FUNCTION app.enter_tenant(p_tenant uuid) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.enter_tenants(p_scope text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF p_scope <> '{' || app.current_tenant_id() || '}' THEN
    RAISE EXCEPTION 'this transaction is in another tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal(p_scope);
  RETURN p_scope;
END $function$;
ALTER FUNCTION app.enter_tenants(p_scope text) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.follow_claims(p_user uuid, p_provider text, p_issued_at timestamp with time zone, p_tenants uuid[], p_roles text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$;
ALTER FUNCTION app.follow_claims(p_user uuid, p_provider text, p_issued_at timestamp with time zone, p_tenants uuid[], p_roles text[]) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.follow_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE app.profiles SET email = NEW."email", name = NEW."name", updated_at = now(), updated_by = NEW."id"
   WHERE user_id = NEW."id" AND deleted_at IS NULL;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.follow_person() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.forget_former_member()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  DELETE FROM app.former_members WHERE user_id = NEW.user_id;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.forget_former_member() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.give_personal_tenant(p_user uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  v_tenant uuid;
BEGIN
  INSERT INTO app.tenants (name, kind, created_by)
  SELECT COALESCE(NULLIF(btrim(p.name), ''), p.email), 'personal', p_user FROM app.profiles p WHERE p.user_id = p_user
  RETURNING id INTO v_tenant;
  INSERT INTO app.memberships (tenant_id, user_id, role, created_by) VALUES (v_tenant, p_user, 'owner', p_user);
  INSERT INTO app.tenant_heads (tenant_id) VALUES (v_tenant);
END $function$;
ALTER FUNCTION app.give_personal_tenant(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.hours_out_of_order(p_earlier app.placed_hours, p_later app.placed_hours)
 RETURNS app.append_result
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ROW('hours-out-of-order'::text, NULL::integer, NULL::bigint, (p_earlier).id, (p_earlier).date, (p_earlier).minutes, (p_later).id, (p_later).date, (p_later).minutes)::app.append_result AS "row";
END;
ALTER FUNCTION app.hours_out_of_order(p_earlier app.placed_hours, p_later app.placed_hours) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.keep_a_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM FROM app.profiles p WHERE p.user_id = OLD.user_id AND p.deleted_at IS NULL FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id
     WHERE m.user_id = OLD.user_id AND t.deleted_at IS NULL) THEN
    PERFORM app.give_personal_tenant(OLD.user_id);
  END IF;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.keep_a_tenant() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.keep_an_owner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  UPDATE app.tenants SET updated_at = now() WHERE id = OLD.tenant_id AND deleted_at IS NULL;
  IF FOUND AND NOT EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = OLD.tenant_id AND m.role = 'owner') THEN
    RAISE EXCEPTION 'a tenant needs an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.keep_an_owner() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.last_storable_year(p_now timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
RETURN ((EXTRACT(year FROM ((p_now AT TIME ZONE 'UTC'::text) + '14:00:00'::interval)))::integer + 10);
ALTER FUNCTION app.last_storable_year(p_now timestamp with time zone) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.latest_migration()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT max(m.number) AS max
    FROM odolog_migrations m;
END;
ALTER FUNCTION app.latest_migration() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.let_first_tenant_operate()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM app.tenants) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('app.tenants.operates', 0));
    NEW.operates := NOT EXISTS (SELECT FROM app.tenants);
  END IF;
  RETURN NEW;
END $function$;
ALTER FUNCTION app.let_first_tenant_operate() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.live_generation(p_projector text)
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO ''
RETURN (SELECT c.generation FROM app.projector_checkpoints c WHERE ((c.tenant_id = app.current_tenant_id()) AND (c.projector = live_generation.p_projector) AND c.live));
ALTER FUNCTION app.live_generation(p_projector text) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.may_invite(p_tenant uuid, p_user uuid, p_role text, p_garage uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM app.memberships m
           WHERE ((m.tenant_id = may_invite.p_tenant) AND (m.user_id = may_invite.p_user) AND
                 CASE m.role
                     WHEN 'owner'::text THEN true
                     WHEN 'manager'::text THEN (may_invite.p_role = ANY (ARRAY['driver'::text, 'viewer'::text]))
                     WHEN 'maintainer'::text THEN false
                     ELSE ((may_invite.p_role = 'driver'::text) AND (EXISTS ( SELECT
                        FROM app.garage_members g
                       WHERE ((g.tenant_id = may_invite.p_tenant) AND (g.user_id = may_invite.p_user) AND (g.garage_id = may_invite.p_garage) AND (g.role = 'manager'::text)))))
                 END))) AS "exists";
END;
ALTER FUNCTION app.may_invite(p_tenant uuid, p_user uuid, p_role text, p_garage uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.memberships_at_hand(p_person uuid)
 RETURNS TABLE(tenant_id uuid, tenant_name text, tenant_kind text, role text, operates boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF (p_person = app.current_person_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'memberships are told of the person at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT o.tenant_id, o.tenant_name, o.tenant_kind, o.role, o.operates FROM app.memberships_of(p_person) o;
END $function$;
ALTER FUNCTION app.memberships_at_hand(p_person uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.memberships_of(p_user uuid)
 RETURNS TABLE(tenant_id uuid, tenant_name text, tenant_kind text, role text, operates boolean, provided boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT t.id,
     t.name,
     t.kind,
     m.role,
     t.operates,
     (m.provided_by IS NOT NULL)
    FROM (app.memberships m
      JOIN app.tenants t ON ((t.id = m.tenant_id)))
   WHERE ((m.user_id = memberships_of.p_user) AND (t.deleted_at IS NULL))
   ORDER BY m.created_at, t.id;
END;
ALTER FUNCTION app.memberships_of(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.neighbour_hours(p_tenant uuid, p_event app.recorded_event, p_without uuid, p_direction integer)
 RETURNS app.placed_hours
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  result app.placed_hours;
BEGIN
  IF p_direction < 0 THEN
    SELECT h.event_id, h.date, h.minutes INTO result FROM app.event_hours h
     WHERE h.tenant_id = p_tenant AND h.vehicle_id = p_event.vehicle_id
       AND (h.date, h.occurred_at, h.order_version) < (p_event.date, p_event.at, p_event.place) AND h.event_id IS DISTINCT FROM p_without
       AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id) IS NULL
     ORDER BY h.date DESC, h.occurred_at DESC, h.order_version DESC LIMIT 1;
  ELSE
    SELECT h.event_id, h.date, COALESCE(h.replaced_min, h.minutes) INTO result FROM app.event_hours h
     WHERE h.tenant_id = p_tenant AND h.vehicle_id = p_event.vehicle_id
       AND (h.date, h.occurred_at, h.order_version) > (p_event.date, p_event.at, p_event.place) AND h.event_id IS DISTINCT FROM p_without
       AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id) IS NULL
     ORDER BY h.date, h.occurred_at, h.order_version LIMIT 1;
  END IF;
  RETURN result;
END $function$;
ALTER FUNCTION app.neighbour_hours(p_tenant uuid, p_event app.recorded_event, p_without uuid, p_direction integer) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.neighbour_reading(p_tenant uuid, p_vehicle uuid, p_date date, p_at timestamp with time zone, p_order integer, p_without uuid, p_direction integer, OUT id uuid, OUT date date, OUT at timestamp with time zone, OUT "order" integer, OUT metres bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
DECLARE
  found_reading record;
  bound date;
BEGIN
  FOR stage IN 1..2 LOOP
    IF p_direction < 0 THEN
      bound := CASE WHEN stage = 1 THEN p_date - 400 ELSE '-infinity'::date END;
      SELECT e.id, e.date, e.occurred_at, e.order_version, e.odometer_m INTO found_reading
        FROM app.vehicle_events e
       WHERE e.tenant_id = p_tenant AND e.vehicle_id = p_vehicle AND e.date BETWEEN bound AND p_date
         AND (e.date, e.occurred_at, e.order_version) < (p_date, p_at, p_order)
         AND e.odometer_m IS NOT NULL AND NOT e.odometer_void AND e.id IS DISTINCT FROM p_without
         AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id) IS NULL
       ORDER BY e.date DESC, e.occurred_at DESC, e.order_version DESC LIMIT 1;
    ELSE
      bound := CASE WHEN stage = 1 THEN p_date + 400 ELSE 'infinity'::date END;
      SELECT e.id, e.date, e.occurred_at, e.order_version, COALESCE((e.payload ->> 'replacedM')::bigint, e.odometer_m) AS odometer_m
        INTO found_reading
        FROM app.vehicle_events e
       WHERE e.tenant_id = p_tenant AND e.vehicle_id = p_vehicle AND e.date BETWEEN p_date AND bound
         AND (e.date, e.occurred_at, e.order_version) > (p_date, p_at, p_order)
         AND e.odometer_m IS NOT NULL AND NOT e.odometer_void AND e.id IS DISTINCT FROM p_without
         AND (SELECT s.event_id FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id) IS NULL
       ORDER BY e.date, e.occurred_at, e.order_version LIMIT 1;
    END IF;
    IF FOUND THEN
      id := found_reading.id;
      date := found_reading.date;
      at := found_reading.occurred_at;
      "order" := found_reading.order_version;
      metres := found_reading.odometer_m;
      RETURN;
    END IF;
  END LOOP;
END $function$;
ALTER FUNCTION app.neighbour_reading(p_tenant uuid, p_vehicle uuid, p_date date, p_at timestamp with time zone, p_order integer, p_without uuid, p_direction integer, OUT id uuid, OUT date date, OUT at timestamp with time zone, OUT "order" integer, OUT metres bigint) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.open_stream(p_tenant uuid, p_vehicle uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  IF (p_tenant = app.current_tenant_id()) IS NOT TRUE THEN
    RAISE EXCEPTION 'a stream is opened in the tenant at hand alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE 'SET LOCAL app.tenant_ids = ' || quote_literal('{' || p_tenant || '}');
  INSERT INTO app.tenant_heads (tenant_id) VALUES (p_tenant) ON CONFLICT DO NOTHING;
  INSERT INTO app.vehicle_streams (tenant_id, vehicle_id, chain_hash)
  VALUES (p_tenant, p_vehicle, sha256(uuid_send(p_vehicle))) ON CONFLICT DO NOTHING;
END $function$;
ALTER FUNCTION app.open_stream(p_tenant uuid, p_vehicle uuid) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.out_of_order(p_earlier app.placed_reading, p_later app.placed_reading)
 RETURNS app.append_result
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ROW('odometer-out-of-order'::text, NULL::integer, NULL::bigint, (p_earlier).id, (p_earlier).date, (p_earlier).metres, (p_later).id, (p_later).date, (p_later).metres)::app.append_result AS "row";
END;
ALTER FUNCTION app.out_of_order(p_earlier app.placed_reading, p_later app.placed_reading) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.projector_counts()
 RETURNS TABLE(projector text, tenants integer, lagging integer, max_lag bigint, failing integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT h.projector,
     h.tenants,
     h.lagging,
     h.max_lag,
     jsonb_array_length(h.failures) AS jsonb_array_length
    FROM app.projector_health() h(projector, tenants, lagging, max_lag, failures);
END;
ALTER FUNCTION app.projector_counts() OWNER TO odolog_refresher;
CREATE OR REPLACE FUNCTION app.projector_health()
 RETURNS TABLE(projector text, tenants integer, lagging integer, max_lag bigint, failures jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT c.projector,
     (count(*))::integer AS count,
     (count(*) FILTER (WHERE (h."position" > c."position")))::integer AS count,
     COALESCE(max((h."position" - c."position")), (0)::bigint) AS "coalesce",
     COALESCE(jsonb_agg(jsonb_build_object('tenantId', c.tenant_id, 'eventId', c.failed_event_id, 'position', c.failed_position, 'message', c.failure, 'attempts', c.attempts, 'retryAt', c.retry_at) ORDER BY c.tenant_id) FILTER (WHERE (c.failure IS NOT NULL)), '[]'::jsonb) AS "coalesce"
    FROM (app.projector_checkpoints c
      JOIN app.tenant_heads h ON ((h.tenant_id = c.tenant_id)))
   WHERE c.live
   GROUP BY c.projector
   ORDER BY c.projector;
END;
ALTER FUNCTION app.projector_health() OWNER TO odolog_refresher;
CREATE OR REPLACE FUNCTION app.proof_key(p_id text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT k.public_key
    FROM app.tenant_keys k
   WHERE (k.id = proof_key.p_id);
END;
ALTER FUNCTION app.proof_key(p_id text) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.provision_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO app.profiles (user_id, email, name) VALUES (NEW."id", NEW."email", NEW."name");
  PERFORM app.give_personal_tenant(NEW."id");
  RETURN NULL;
END $function$;
ALTER FUNCTION app.provision_person() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.readings_fit(p_tenant uuid, p_vehicle uuid, p_head app.vehicle_streams, p_from integer, p_upto integer, p_date date[], p_at timestamp with time zone[], p_odometer_m bigint[], p_void boolean[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  reading record;
  later app.placed_reading;
  least_m bigint;
  is_looked_up boolean := false;
BEGIN
  FOR reading IN
    SELECT p_date[o] AS date, p_at[o] AS at, p_odometer_m[o] AS metres FROM generate_series(p_from, p_upto) o
     WHERE p_odometer_m[o] IS NOT NULL AND NOT p_void[o] ORDER BY p_date[o], p_at[o], o
  LOOP
    IF NOT is_looked_up OR (reading.date, reading.at) >= (later.date, later.at) THEN
      is_looked_up := true;
      IF p_head.reading_m IS NULL OR (reading.date, reading.at) >= (p_head.reading_date, p_head.reading_at) THEN
        least_m := p_head.reading_m;
        later := NULL;
      ELSE
        SELECT earlier.metres INTO least_m
          FROM app.neighbour_reading(p_tenant, p_vehicle, reading.date, reading.at, p_head.version + 1, NULL, -1) earlier;
        later := app.neighbour_reading(p_tenant, p_vehicle, reading.date, reading.at, p_head.version + 1, NULL, 1);
      END IF;
    END IF;
    IF reading.metres < least_m OR reading.metres > later.metres THEN
      RETURN false;
    END IF;
    least_m := reading.metres;
  END LOOP;
  RETURN true;
END $function$;
ALTER FUNCTION app.readings_fit(p_tenant uuid, p_vehicle uuid, p_head app.vehicle_streams, p_from integer, p_upto integer, p_date date[], p_at timestamp with time zone[], p_odometer_m bigint[], p_void boolean[]) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.record_accepted_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO app.terms_acceptances (user_id, version) VALUES (NEW."id", NEW."acceptedTerms") ON CONFLICT (user_id, version) DO NOTHING;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.record_accepted_terms() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.record_audit_about_person(p_user uuid, p_action text, p_detail jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)  SELECT m.tenant_id,
             NULL::unknown,
             record_audit_about_person.p_action AS p_action,
             'person',
             m.user_id,
             record_audit_about_person.p_detail AS p_detail
            FROM (app.memberships m
              JOIN app.tenants t ON ((t.id = m.tenant_id)))
           WHERE ((m.user_id = record_audit_about_person.p_user) AND (t.deleted_at IS NULL));
END;
ALTER FUNCTION app.record_audit_about_person(p_user uuid, p_action text, p_detail jsonb) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.record_audit_of_person(p_user uuid, p_action text, p_detail jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO app.audit_entries (tenant_id, actor_id, action, subject_kind, subject_id, detail)  SELECT m.tenant_id,
             m.user_id,
             record_audit_of_person.p_action AS p_action,
             'person',
             m.user_id,
             record_audit_of_person.p_detail AS p_detail
            FROM (app.memberships m
              JOIN app.tenants t ON ((t.id = m.tenant_id)))
           WHERE ((m.user_id = record_audit_of_person.p_user) AND (t.deleted_at IS NULL));
END;
ALTER FUNCTION app.record_audit_of_person(p_user uuid, p_action text, p_detail jsonb) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.recorded_event(p_tenant uuid, p_id uuid)
 RETURNS app.recorded_event
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  known_date date;
  result app.recorded_event;
BEGIN
  SELECT i.date INTO known_date FROM app.event_ids i WHERE i.tenant_id = p_tenant AND i.id = p_id;
  SELECT e.id, e.vehicle_id, e.date, e.occurred_at, e.order_version, e.type, e.corrects_id,
         CASE WHEN NOT e.odometer_void THEN e.odometer_m END, (e.payload ->> 'replacedM')::bigint, h.minutes, h.replaced_min
    INTO result FROM app.vehicle_events e
    LEFT JOIN app.event_hours h ON h.tenant_id = p_tenant AND h.event_id = p_id
   WHERE e.tenant_id = p_tenant AND e.id = p_id AND e.date = known_date;
  RETURN result;
END $function$;
ALTER FUNCTION app.recorded_event(p_tenant uuid, p_id uuid) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
ALTER FUNCTION app.refuse_change() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.refuse_change_by_others()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  IF current_user = 'odolog_appender' AND TG_OP = 'DELETE' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% follows from the events', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;
ALTER FUNCTION app.refuse_change_by_others() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.refused_hours(p_tenant uuid, p_comes app.recorded_event, p_goes app.recorded_event)
 RETURNS app.append_result
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  earlier app.placed_hours;
  later app.placed_hours;
  before_gap app.placed_hours;
  after_gap app.placed_hours;
BEGIN
  IF p_comes.minutes IS NOT NULL THEN
    earlier := app.neighbour_hours(p_tenant, p_comes, p_goes.id, -1);
    later := app.neighbour_hours(p_tenant, p_comes, p_goes.id, 1);
    IF COALESCE(p_comes.replaced_min, p_comes.minutes) < earlier.minutes OR p_comes.minutes > later.minutes THEN
      RETURN app.hours_out_of_order(earlier, later);
    END IF;
  END IF;
  -- Without a replacement of the meter, the hours around it may no longer follow on each other.
  IF p_goes.replaced_min IS NOT NULL THEN
    before_gap := app.neighbour_hours(p_tenant, p_goes, p_goes.id, -1);
    after_gap := app.neighbour_hours(p_tenant, p_goes, p_goes.id, 1);
    IF before_gap.minutes > after_gap.minutes
        AND (p_comes.minutes IS NULL OR (earlier.id, later.id) IS DISTINCT FROM (before_gap.id, after_gap.id)) THEN
      RETURN app.hours_out_of_order(before_gap, after_gap);
    END IF;
  END IF;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.refused_hours(p_tenant uuid, p_comes app.recorded_event, p_goes app.recorded_event) OWNER TO odolog_appender;
CREATE OR REPLACE FUNCTION app.remember_former_member()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO app.former_members (tenant_id, user_id, name)
  SELECT OLD.tenant_id, OLD.user_id, p.name FROM app.profiles p WHERE p.user_id = OLD.user_id AND p.name <> ''
  ON CONFLICT (tenant_id, user_id) DO UPDATE SET name = EXCLUDED.name, left_at = now();
  RETURN NULL;
END $function$;
ALTER FUNCTION app.remember_former_member() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.retire_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  -- nobody joins while it is looked who is there: a new membership waits for the tenant's row
  PERFORM FROM app.tenants t
    WHERE EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id = OLD."id")
    ORDER BY t.id FOR UPDATE;
  UPDATE app.tenants t SET deleted_at = now(), deleted_by = OLD."id", name = CASE t.kind WHEN 'personal' THEN '-' ELSE t.name END
   WHERE t.deleted_at IS NULL
     AND EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id = OLD."id")
     AND NOT EXISTS (SELECT FROM app.memberships m WHERE m.tenant_id = t.id AND m.user_id <> OLD."id");
  IF EXISTS (
    SELECT FROM app.memberships m JOIN app.tenants t ON t.id = m.tenant_id AND t.deleted_at IS NULL
     WHERE m.user_id = OLD."id" AND m.role = 'owner' AND NOT EXISTS (
       SELECT FROM app.memberships o WHERE o.tenant_id = m.tenant_id AND o.role = 'owner' AND o.user_id <> OLD."id")) THEN
    RAISE EXCEPTION 'a tenant needs an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'memberships_keep_an_owner';
  END IF;
  DELETE FROM app.memberships WHERE user_id = OLD."id";
  UPDATE app.profiles SET email = '', name = '', updated_at = now(), deleted_at = now(), deleted_by = OLD."id"
   WHERE user_id = OLD."id";
  RETURN NULL;
END $function$;
ALTER FUNCTION app.retire_person() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.revoke_keys_of_person(p_user uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH revoked AS (
          UPDATE app.api_keys k SET revoked_at = now(), revoked_by = revoke_keys_of_person.p_user
           WHERE ((k.user_id = revoke_keys_of_person.p_user) AND (k.revoked_at IS NULL))
           RETURNING k.id
         )
  SELECT (count(*))::integer AS count
    FROM revoked;
END;
ALTER FUNCTION app.revoke_keys_of_person(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.set_stream_open(p_vehicle uuid, p_open boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 UPDATE app.vehicle_streams s SET closed_at =
         CASE
             WHEN set_stream_open.p_open THEN NULL::timestamp with time zone
             ELSE now()
         END
   WHERE ((s.tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (s.vehicle_id = set_stream_open.p_vehicle));
END;
ALTER FUNCTION app.set_stream_open(p_vehicle uuid, p_open boolean) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.set_tenant(p_tenant uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
  EXECUTE 'SET LOCAL app.tenant_id = ' || quote_literal(p_tenant);
END $function$;
ALTER FUNCTION app.set_tenant(p_tenant uuid) OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION app.take_back_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM app.take_back_offers_of(OLD.tenant_id, OLD.user_id);
  RETURN NULL;
END $function$;
ALTER FUNCTION app.take_back_offers() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.take_back_offers_of(p_tenant uuid, p_user uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$;
ALTER FUNCTION app.take_back_offers_of(p_tenant uuid, p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.take_back_offers_of_vehicle()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
  PERFORM app.take_back_offers_of(NEW.tenant_id, offered.created_by) FROM (
    SELECT t.created_by FROM app.transfers t WHERE t.tenant_id = NEW.tenant_id AND t.vehicle_id = NEW.id UNION
    SELECT s.created_by FROM app.shares s WHERE s.tenant_id = NEW.tenant_id AND s.vehicle_id = NEW.id) AS offered;
  RETURN NULL;
END $function$;
ALTER FUNCTION app.take_back_offers_of_vehicle() OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.tenant_of_export(p_code text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT e.tenant_id
    FROM app.history_exports e
   WHERE (e.code = tenant_of_export.p_code);
END;
ALTER FUNCTION app.tenant_of_export(p_code text) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.tenant_of_share(p_token_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT s.tenant_id
    FROM app.shares s
   WHERE ((s.token_hash = tenant_of_share.p_token_hash) AND (s.revoked_at IS NULL) AND (s.expires_at > now()));
END;
ALTER FUNCTION app.tenant_of_share(p_token_hash bytea) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.terms_accepted_by(p_user uuid)
 RETURNS TABLE(version text, accepted_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT t.version,
     t.accepted_at
    FROM app.terms_acceptances t
   WHERE ((t.user_id = terms_accepted_by.p_user) AND app.belongs_here(terms_accepted_by.p_user))
   ORDER BY t.accepted_at DESC, t.version;
END;
ALTER FUNCTION app.terms_accepted_by(p_user uuid) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.use_api_key(p_secret_hash bytea)
 RETURNS TABLE(tenant_id uuid, id uuid, user_id uuid, scopes text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
END $function$;
ALTER FUNCTION app.use_api_key(p_secret_hash bytea) OWNER TO odolog_registrar;
CREATE OR REPLACE FUNCTION app.worker_heartbeats()
 RETURNS TABLE(worker_id uuid, started_at timestamp with time zone, beat_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT h.worker_id,
     h.started_at,
     h.beat_at
    FROM private.worker_heartbeats h
   ORDER BY h.started_at;
END;
ALTER FUNCTION app.worker_heartbeats() OWNER TO odolog_refresher;
CREATE OR REPLACE FUNCTION private.close_queue()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
DECLARE
  relation record;
  routine record;
  key record;
BEGIN
  -- Workers start together.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('private.close_queue', 0));

  FOR relation IN
    SELECT c.oid::regclass AS name, c.relname FROM pg_catalog.pg_class c
     WHERE c.relnamespace = 'pgboss'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
     ORDER BY c.relname
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR SELECT TO odolog_jobs USING (true)', relation.relname || '_select', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR INSERT TO odolog_jobs WITH CHECK (true)', relation.relname || '_insert', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR UPDATE TO odolog_jobs USING (true) WITH CHECK (true)', relation.relname || '_update', relation.name);
    EXECUTE format('CREATE POLICY %I ON %s FOR DELETE TO odolog_jobs USING (true)', relation.relname || '_delete', relation.name);
  END LOOP;

  FOR routine IN
    SELECT f.oid::regprocedure AS name FROM pg_catalog.pg_proc f
     WHERE f.pronamespace = 'pgboss'::regnamespace AND NOT COALESCE(f.proconfig, '{}') @> ARRAY['search_path=""']
     ORDER BY f.proname
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = ''''', routine.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', routine.name);
  END LOOP;

  -- A partition's key is its parent's, and so is its index.
  FOR key IN
    SELECT k.conrelid::regclass AS relation, a.attname FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.connamespace = 'pgboss'::regnamespace AND k.contype = 'f' AND pg_catalog.cardinality(k.conkey) = 1
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                        WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indkey[0] = k.conkey[1])
     ORDER BY k.conrelid::regclass::text, a.attname
  LOOP
    EXECUTE format('CREATE INDEX ON %s (%I)', key.relation, key.attname);
  END LOOP;
END $function$;
ALTER FUNCTION private.close_queue() OWNER TO odolog_owner;
CREATE OR REPLACE FUNCTION private.refresh_timeline_feed(OUT refreshed boolean, OUT rows bigint, OUT "position" bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
DECLARE
  started timestamptz := clock_timestamp();
BEGIN
  -- one at a time, and before the comparison: the second then finds nothing to do
  LOCK TABLE private.timeline_feed_positions IN EXCLUSIVE MODE;
  refreshed := EXISTS (
    SELECT FROM private.rollup_positions now FULL JOIN private.timeline_feed_positions seen USING (tenant_id)
     WHERE now.position IS DISTINCT FROM seen.position);
  IF NOT refreshed THEN RETURN; END IF;
  -- noted before the refresh: what moves in between is refreshed again the next time, never missed
  DELETE FROM private.timeline_feed_positions seen
   WHERE NOT EXISTS (SELECT FROM private.rollup_positions now WHERE now.tenant_id = seen.tenant_id);
  INSERT INTO private.timeline_feed_positions AS seen (tenant_id, position)
  SELECT now.tenant_id, now.position FROM private.rollup_positions now
      ON CONFLICT (tenant_id) DO UPDATE SET position = EXCLUDED.position WHERE seen.position <> EXCLUDED.position;
  REFRESH MATERIALIZED VIEW CONCURRENTLY private.timeline_feed;
  rows := (SELECT count(*) FROM private.timeline_feed);
  "position" := (SELECT COALESCE(sum(seen.position), 0) FROM private.timeline_feed_positions seen);
  INSERT INTO private.materialized_view_refreshes (view, started_at, ended_at, rows, position)
  VALUES ('private.timeline_feed', started, clock_timestamp(), rows, "position");
  DELETE FROM private.materialized_view_refreshes r
   WHERE r.view = 'private.timeline_feed' AND r.started_at < started - interval '30 days';
END $function$;
ALTER FUNCTION private.refresh_timeline_feed(OUT refreshed boolean, OUT rows bigint, OUT "position" bigint) OWNER TO odolog_refresher;
CREATE OR REPLACE FUNCTION private.timeline_feed_drift()
 RETURNS TABLE(tenant_id uuid, vehicle_id uuid, month date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(f.tenant_id, r.tenant_id) AS "coalesce",
     COALESCE(f.vehicle_id, r.vehicle_id) AS "coalesce",
     COALESCE(f.month, r.month) AS "coalesce"
    FROM (((private.timeline_feed f
      FULL JOIN private.rollup_months r ON (((r.tenant_id = f.tenant_id) AND (r.vehicle_id = f.vehicle_id) AND (r.month = f.month))))
      JOIN private.timeline_feed_positions seen ON ((seen.tenant_id = COALESCE(f.tenant_id, r.tenant_id))))
      JOIN private.rollup_positions now ON (((now.tenant_id = seen.tenant_id) AND (now."position" = seen."position"))))
   WHERE (((f.events IS DISTINCT FROM r.events) OR (f.events_by_type IS DISTINCT FROM r.events_by_type)) OR (f.costs IS DISTINCT FROM r.costs));
END;
ALTER FUNCTION private.timeline_feed_drift() OWNER TO odolog_refresher;

-- triggers
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON app.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_statement BEFORE DELETE OR UPDATE ON app.event_hours FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.event_hours FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON app.event_ids FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_statement BEFORE DELETE OR UPDATE ON app.event_ids FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.event_ids FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.event_supersessions FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER appender_only BEFORE DELETE OR UPDATE ON app.event_supersessions FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change_by_others();
CREATE TRIGGER take_back_offers AFTER UPDATE ON app.garage_members FOR EACH ROW WHEN ((old.role <> new.role)) EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers_on_leaving AFTER DELETE ON app.garage_members FOR EACH ROW EXECUTE FUNCTION app.take_back_offers();
CREATE CONSTRAINT TRIGGER keep_a_tenant AFTER DELETE ON app.memberships DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.keep_a_tenant();
CREATE TRIGGER keep_an_owner AFTER UPDATE ON app.memberships FOR EACH ROW WHEN ((old.role = 'owner'::text)) EXECUTE FUNCTION app.keep_an_owner();
CREATE TRIGGER keep_an_owner_on_leaving AFTER DELETE ON app.memberships FOR EACH ROW WHEN ((old.role = 'owner'::text)) EXECUTE FUNCTION app.keep_an_owner();
CREATE TRIGGER remember_former_member AFTER DELETE ON app.memberships FOR EACH ROW EXECUTE FUNCTION app.remember_former_member();
CREATE TRIGGER take_back_offers AFTER UPDATE ON app.memberships FOR EACH ROW WHEN ((old.role <> new.role)) EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers_on_leaving AFTER DELETE ON app.memberships FOR EACH ROW EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER forget_former_member AFTER UPDATE OF deleted_at ON app.profiles FOR EACH ROW WHEN ((new.deleted_at IS NOT NULL)) EXECUTE FUNCTION app.forget_former_member();
CREATE TRIGGER let_first_tenant_operate BEFORE INSERT ON app.tenants FOR EACH ROW EXECUTE FUNCTION app.let_first_tenant_operate();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON app.terms_acceptances FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON app.vehicle_events FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_statement BEFORE DELETE OR UPDATE ON app.vehicle_events FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON app.vehicle_events FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER count_revision BEFORE UPDATE ON app.vehicles FOR EACH ROW EXECUTE FUNCTION app.count_revision();
CREATE TRIGGER take_back_offers AFTER UPDATE OF garage_id ON app.vehicles FOR EACH ROW WHEN ((old.garage_id IS DISTINCT FROM new.garage_id)) EXECUTE FUNCTION app.take_back_offers_of_vehicle();
CREATE TRIGGER follow_person AFTER UPDATE OF email, name ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.follow_person();
CREATE TRIGGER provision_person AFTER INSERT ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.provision_person();
CREATE TRIGGER record_accepted_terms AFTER INSERT ON auth."user" FOR EACH ROW WHEN ((new."acceptedTerms" IS NOT NULL)) EXECUTE FUNCTION app.record_accepted_terms();
CREATE TRIGGER retire_person AFTER DELETE ON auth."user" FOR EACH ROW EXECUTE FUNCTION app.retire_person();

-- policies
CREATE POLICY api_keys_insert ON app.api_keys FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY api_keys_registrar_select ON app.api_keys FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY api_keys_registrar_update ON app.api_keys FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY api_keys_select ON app.api_keys FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY api_keys_update ON app.api_keys FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY audit_entries_insert ON app.audit_entries FOR INSERT TO odolog_api, odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY audit_entries_registrar ON app.audit_entries FOR INSERT TO odolog_registrar WITH CHECK (true);
CREATE POLICY audit_entries_select ON app.audit_entries FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY calendar_links_delete ON app.calendar_links FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY calendar_links_insert ON app.calendar_links FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY calendar_links_select ON app.calendar_links FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY calendar_links_update ON app.calendar_links FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY chain_checks_insert ON app.chain_checks FOR INSERT TO odolog_api, odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY chain_checks_select ON app.chain_checks FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY chain_checks_update ON app.chain_checks FOR UPDATE TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_entries_project_delete ON app.cost_entries FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_entries_project_insert ON app.cost_entries FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_entries_project_select ON app.cost_entries FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_entries_project_update ON app.cost_entries FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_entries_select ON app.cost_entries FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('cost-rollups'::text) AS live_generation))));
CREATE POLICY cost_rollups_project_delete ON app.cost_rollups FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_rollups_project_insert ON app.cost_rollups FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_rollups_project_select ON app.cost_rollups FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_rollups_project_update ON app.cost_rollups FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY cost_rollups_refresh ON app.cost_rollups FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY cost_rollups_select ON app.cost_rollups FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('cost-rollups'::text) AS live_generation))));
CREATE POLICY event_hours_append_insert ON app.event_hours FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_hours_append_select ON app.event_hours FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_hours_select ON app.event_hours FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_ids_append_insert ON app.event_ids FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_ids_append_select ON app.event_ids FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_ids_select ON app.event_ids FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_rollups_project_delete ON app.event_rollups FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_rollups_project_insert ON app.event_rollups FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_rollups_project_select ON app.event_rollups FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_rollups_project_update ON app.event_rollups FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY event_rollups_refresh ON app.event_rollups FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY event_rollups_select ON app.event_rollups FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('vehicle-summary'::text) AS live_generation))));
CREATE POLICY event_supersessions_append_delete ON app.event_supersessions FOR DELETE TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_supersessions_append_insert ON app.event_supersessions FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_supersessions_append_select ON app.event_supersessions FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY event_supersessions_select ON app.event_supersessions FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY files_insert ON app.files FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY files_select ON app.files FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY followed_claims_registrar ON app.followed_claims FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY former_members_registrar ON app.former_members FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY former_members_select ON app.former_members FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_fills_project_delete ON app.fuel_fills FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_fills_project_insert ON app.fuel_fills FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_fills_project_select ON app.fuel_fills FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_fills_project_update ON app.fuel_fills FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_fills_select ON app.fuel_fills FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('fuel-segments'::text) AS live_generation))));
CREATE POLICY fuel_odometer_steps_project_delete ON app.fuel_odometer_steps FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_odometer_steps_project_insert ON app.fuel_odometer_steps FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_odometer_steps_project_select ON app.fuel_odometer_steps FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_odometer_steps_project_update ON app.fuel_odometer_steps FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_odometer_steps_select ON app.fuel_odometer_steps FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('fuel-segments'::text) AS live_generation))));
CREATE POLICY fuel_rollups_project_delete ON app.fuel_rollups FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_rollups_project_insert ON app.fuel_rollups FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_rollups_project_select ON app.fuel_rollups FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_rollups_project_update ON app.fuel_rollups FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_rollups_select ON app.fuel_rollups FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('fuel-segments'::text) AS live_generation))));
CREATE POLICY fuel_segments_project_delete ON app.fuel_segments FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_segments_project_insert ON app.fuel_segments FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_segments_project_select ON app.fuel_segments FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_segments_project_update ON app.fuel_segments FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY fuel_segments_select ON app.fuel_segments FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('fuel-segments'::text) AS live_generation))));
CREATE POLICY garage_members_delete ON app.garage_members FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garage_members_insert ON app.garage_members FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garage_members_registrar ON app.garage_members FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY garage_members_select ON app.garage_members FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garage_members_update ON app.garage_members FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garages_insert ON app.garages FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garages_select ON app.garages FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY garages_update ON app.garages FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY history_exports_insert ON app.history_exports FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY history_exports_registrar ON app.history_exports FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY history_exports_select ON app.history_exports FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY hours_readings_project_delete ON app.hours_readings FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY hours_readings_project_insert ON app.hours_readings FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY hours_readings_project_select ON app.hours_readings FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY hours_readings_project_update ON app.hours_readings FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY hours_readings_select ON app.hours_readings FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('hours-readings'::text) AS live_generation))));
CREATE POLICY idempotent_requests_delete ON app.idempotent_requests FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY idempotent_requests_insert ON app.idempotent_requests FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY idempotent_requests_select ON app.idempotent_requests FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY idempotent_requests_update ON app.idempotent_requests FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_delete ON app.imports FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_insert ON app.imports FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_select ON app.imports FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY imports_update ON app.imports FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY invitations_insert ON app.invitations FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY invitations_registrar_select ON app.invitations FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY invitations_registrar_update ON app.invitations FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY invitations_select ON app.invitations FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY invitations_update ON app.invitations FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY mails_insert ON app.mails FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY mails_select ON app.mails FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY mails_update ON app.mails FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_delete ON app.memberships FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_registrar ON app.memberships FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY memberships_select ON app.memberships FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY memberships_update ON app.memberships FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notification_preferences_insert ON app.notification_preferences FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notification_preferences_select ON app.notification_preferences FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notification_preferences_update ON app.notification_preferences FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notifications_insert ON app.notifications FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notifications_select ON app.notifications FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY notifications_update ON app.notifications FOR UPDATE TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY odometer_readings_project_delete ON app.odometer_readings FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY odometer_readings_project_insert ON app.odometer_readings FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY odometer_readings_project_select ON app.odometer_readings FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY odometer_readings_project_update ON app.odometer_readings FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY odometer_readings_select ON app.odometer_readings FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('odometer-readings'::text) AS live_generation))));
CREATE POLICY profiles_registrar ON app.profiles FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY profiles_select ON app.profiles FOR SELECT TO odolog_api, odolog_worker USING ((EXISTS ( SELECT
   FROM app.memberships m
  WHERE ((m.tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (m.user_id = profiles.user_id)))));
CREATE POLICY profiles_update ON app.profiles FOR UPDATE TO odolog_api USING ((EXISTS ( SELECT
   FROM app.memberships m
  WHERE ((m.tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (m.user_id = profiles.user_id)))));
CREATE POLICY projector_checkpoints_delete ON app.projector_checkpoints FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY projector_checkpoints_insert ON app.projector_checkpoints FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY projector_checkpoints_select ON app.projector_checkpoints FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY projector_checkpoints_survey ON app.projector_checkpoints FOR SELECT TO odolog_refresher, odolog_worker USING (true);
CREATE POLICY projector_checkpoints_update ON app.projector_checkpoints FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY reminder_events_project_delete ON app.reminder_events FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY reminder_events_project_insert ON app.reminder_events FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY reminder_events_project_select ON app.reminder_events FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY reminder_events_project_update ON app.reminder_events FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY reminder_events_select ON app.reminder_events FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('reminders'::text) AS live_generation))));
CREATE POLICY shares_insert ON app.shares FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY shares_registrar ON app.shares FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY shares_registrar_update ON app.shares FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY shares_select ON app.shares FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY shares_update ON app.shares FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY summary_events_project_delete ON app.summary_events FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY summary_events_project_insert ON app.summary_events FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY summary_events_project_select ON app.summary_events FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY summary_events_project_update ON app.summary_events FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY summary_events_select ON app.summary_events FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('vehicle-summary'::text) AS live_generation))));
CREATE POLICY tariffs_insert ON app.tariffs FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tariffs_select ON app.tariffs FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tariffs_update ON app.tariffs FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenant_heads_append_insert ON app.tenant_heads FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY tenant_heads_append_select ON app.tenant_heads FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY tenant_heads_append_update ON app.tenant_heads FOR UPDATE TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY tenant_heads_refresher ON app.tenant_heads FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY tenant_heads_registrar ON app.tenant_heads FOR INSERT TO odolog_registrar WITH CHECK (true);
CREATE POLICY tenant_heads_select ON app.tenant_heads FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenant_heads_worker ON app.tenant_heads FOR SELECT TO odolog_worker USING (true);
CREATE POLICY tenant_keys_insert ON app.tenant_keys FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenant_keys_registrar ON app.tenant_keys FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY tenant_keys_select ON app.tenant_keys FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenant_keys_update ON app.tenant_keys FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenants_registrar ON app.tenants FOR ALL TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY tenants_select ON app.tenants FOR SELECT TO odolog_api, odolog_worker USING ((id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY tenants_update ON app.tenants FOR UPDATE TO odolog_api USING ((id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY terms_acceptances_insert ON app.terms_acceptances FOR INSERT TO odolog_registrar WITH CHECK (true);
CREATE POLICY terms_acceptances_select ON app.terms_acceptances FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY transfers_insert ON app.transfers FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY transfers_registrar_select ON app.transfers FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY transfers_registrar_update ON app.transfers FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
CREATE POLICY transfers_select ON app.transfers FOR SELECT TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY transfers_update ON app.transfers FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_drivers_delete ON app.vehicle_drivers FOR DELETE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_drivers_insert ON app.vehicle_drivers FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_drivers_select ON app.vehicle_drivers FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_events_append_insert ON app.vehicle_events FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY vehicle_events_append_select ON app.vehicle_events FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY vehicle_events_select ON app.vehicle_events FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_streams_append_insert ON app.vehicle_streams FOR INSERT TO odolog_appender WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY vehicle_streams_append_select ON app.vehicle_streams FOR SELECT TO odolog_appender USING (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY vehicle_streams_append_update ON app.vehicle_streams FOR UPDATE TO odolog_appender USING ((((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE) AND (closed_at IS NULL))) WITH CHECK (((tenant_id = ANY (( SELECT (NULLIF(current_setting('app.tenant_ids'::text, true), ''::text))::uuid[] AS tenant_ids)::uuid[])) IS TRUE));
CREATE POLICY vehicle_streams_registrar_select ON app.vehicle_streams FOR SELECT TO odolog_registrar USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_streams_registrar_update ON app.vehicle_streams FOR UPDATE TO odolog_registrar USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_streams_select ON app.vehicle_streams FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_summary_project_delete ON app.vehicle_summary FOR DELETE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_summary_project_insert ON app.vehicle_summary FOR INSERT TO odolog_worker WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_summary_project_select ON app.vehicle_summary FOR SELECT TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_summary_project_update ON app.vehicle_summary FOR UPDATE TO odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicle_summary_select ON app.vehicle_summary FOR SELECT TO odolog_api USING (((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)) AND (generation = ( SELECT app.live_generation('vehicle-summary'::text) AS live_generation))));
CREATE POLICY vehicles_insert ON app.vehicles FOR INSERT TO odolog_api WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicles_registrar ON app.vehicles FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY vehicles_select ON app.vehicles FOR SELECT TO odolog_api, odolog_worker USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY vehicles_update ON app.vehicles FOR UPDATE TO odolog_api USING ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id))) WITH CHECK ((tenant_id = ( SELECT app.current_tenant_id() AS current_tenant_id)));
CREATE POLICY account_delete ON auth.account FOR DELETE TO odolog_auth USING (true);
CREATE POLICY account_insert ON auth.account FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY account_select ON auth.account FOR SELECT TO odolog_auth USING (true);
CREATE POLICY account_update ON auth.account FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY "deletedLink_delete" ON auth."deletedLink" FOR DELETE TO odolog_auth USING (true);
CREATE POLICY "deletedLink_insert" ON auth."deletedLink" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY "deletedLink_select" ON auth."deletedLink" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY "deletedLink_update" ON auth."deletedLink" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY jwks_delete ON auth.jwks FOR DELETE TO odolog_auth USING (true);
CREATE POLICY jwks_insert ON auth.jwks FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY jwks_select ON auth.jwks FOR SELECT TO odolog_auth USING (true);
CREATE POLICY jwks_update ON auth.jwks FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY passkey_delete ON auth.passkey FOR DELETE TO odolog_auth USING (true);
CREATE POLICY passkey_insert ON auth.passkey FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY passkey_select ON auth.passkey FOR SELECT TO odolog_auth USING (true);
CREATE POLICY passkey_update ON auth.passkey FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY session_delete ON auth.session FOR DELETE TO odolog_auth USING (true);
CREATE POLICY session_insert ON auth.session FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY session_select ON auth.session FOR SELECT TO odolog_auth USING (true);
CREATE POLICY session_update ON auth.session FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY "twoFactor_delete" ON auth."twoFactor" FOR DELETE TO odolog_auth USING (true);
CREATE POLICY "twoFactor_insert" ON auth."twoFactor" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY "twoFactor_select" ON auth."twoFactor" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY "twoFactor_update" ON auth."twoFactor" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY "unlinkedProvider_delete" ON auth."unlinkedProvider" FOR DELETE TO odolog_auth USING (true);
CREATE POLICY "unlinkedProvider_insert" ON auth."unlinkedProvider" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY "unlinkedProvider_select" ON auth."unlinkedProvider" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY "unlinkedProvider_update" ON auth."unlinkedProvider" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY "usedCode_delete" ON auth."usedCode" FOR DELETE TO odolog_auth USING (true);
CREATE POLICY "usedCode_insert" ON auth."usedCode" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY "usedCode_select" ON auth."usedCode" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY "usedCode_update" ON auth."usedCode" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY user_delete ON auth."user" FOR DELETE TO odolog_auth USING (true);
CREATE POLICY user_insert ON auth."user" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY user_select ON auth."user" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY user_update ON auth."user" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY verification_delete ON auth.verification FOR DELETE TO odolog_auth USING (true);
CREATE POLICY verification_insert ON auth.verification FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY verification_select ON auth.verification FOR SELECT TO odolog_auth USING (true);
CREATE POLICY verification_update ON auth.verification FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY materialized_view_refreshes_delete ON private.materialized_view_refreshes FOR DELETE TO odolog_refresher USING (true);
CREATE POLICY materialized_view_refreshes_freshness ON private.materialized_view_refreshes FOR SELECT TO odolog_owner USING (true);
CREATE POLICY materialized_view_refreshes_insert ON private.materialized_view_refreshes FOR INSERT TO odolog_refresher WITH CHECK (true);
CREATE POLICY materialized_view_refreshes_select ON private.materialized_view_refreshes FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY materialized_view_refreshes_update ON private.materialized_view_refreshes FOR UPDATE TO odolog_refresher USING (true) WITH CHECK (true);
CREATE POLICY timeline_feed_positions_delete ON private.timeline_feed_positions FOR DELETE TO odolog_refresher USING (true);
CREATE POLICY timeline_feed_positions_insert ON private.timeline_feed_positions FOR INSERT TO odolog_refresher WITH CHECK (true);
CREATE POLICY timeline_feed_positions_select ON private.timeline_feed_positions FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY timeline_feed_positions_update ON private.timeline_feed_positions FOR UPDATE TO odolog_refresher USING (true) WITH CHECK (true);
CREATE POLICY worker_heartbeats_delete ON private.worker_heartbeats FOR DELETE TO odolog_refresher USING (true);
CREATE POLICY worker_heartbeats_insert ON private.worker_heartbeats FOR INSERT TO odolog_refresher WITH CHECK (true);
CREATE POLICY worker_heartbeats_select ON private.worker_heartbeats FOR SELECT TO odolog_refresher USING (true);
CREATE POLICY worker_heartbeats_update ON private.worker_heartbeats FOR UPDATE TO odolog_refresher USING (true) WITH CHECK (true);

-- relation grants
GRANT SELECT ON app.api_keys TO odolog_registrar;
GRANT SELECT ON app.audit_entries TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.calendar_links TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.chain_checks TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.chain_checks TO odolog_worker;
GRANT SELECT ON app.cost_entries TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.cost_entries TO odolog_worker;
GRANT SELECT ON app.cost_rollups TO odolog_api;
GRANT SELECT ON app.cost_rollups TO odolog_refresher;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.cost_rollups TO odolog_worker;
GRANT SELECT ON app.event_hours TO odolog_api;
GRANT INSERT, SELECT ON app.event_hours TO odolog_appender;
GRANT SELECT ON app.event_ids TO odolog_api;
GRANT INSERT, SELECT ON app.event_ids TO odolog_appender;
GRANT SELECT ON app.event_ids TO odolog_worker;
GRANT SELECT ON app.event_rollups TO odolog_api;
GRANT SELECT ON app.event_rollups TO odolog_refresher;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.event_rollups TO odolog_worker;
GRANT SELECT ON app.event_supersessions TO odolog_api;
GRANT DELETE, INSERT, SELECT ON app.event_supersessions TO odolog_appender;
GRANT SELECT ON app.event_supersessions TO odolog_worker;
GRANT INSERT, SELECT ON app.files TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.followed_claims TO odolog_registrar;
GRANT SELECT ON app.former_members TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.former_members TO odolog_registrar;
GRANT SELECT ON app.fuel_fills TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.fuel_fills TO odolog_worker;
GRANT SELECT ON app.fuel_odometer_steps TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.fuel_odometer_steps TO odolog_worker;
GRANT SELECT ON app.fuel_rollups TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.fuel_rollups TO odolog_worker;
GRANT SELECT ON app.fuel_segments TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.fuel_segments TO odolog_worker;
GRANT DELETE, INSERT, SELECT ON app.garage_members TO odolog_api;
GRANT SELECT ON app.garage_members TO odolog_worker;
GRANT INSERT, SELECT, UPDATE ON app.garages TO odolog_api;
GRANT SELECT ON app.garages TO odolog_worker;
GRANT INSERT, SELECT ON app.history_exports TO odolog_api;
GRANT SELECT ON app.hours_readings TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.hours_readings TO odolog_worker;
GRANT DELETE, INSERT, SELECT ON app.idempotent_requests TO odolog_api;
GRANT DELETE, INSERT, SELECT ON app.imports TO odolog_api;
GRANT SELECT ON app.invitations TO odolog_api;
GRANT SELECT ON app.invitations TO odolog_registrar;
GRANT INSERT, SELECT, UPDATE ON app.mails TO odolog_worker;
GRANT DELETE, SELECT ON app.memberships TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.memberships TO odolog_registrar;
GRANT SELECT ON app.memberships TO odolog_worker;
GRANT INSERT, SELECT, UPDATE ON app.notification_preferences TO odolog_api;
GRANT SELECT ON app.notification_preferences TO odolog_worker;
GRANT SELECT ON app.notifications TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.notifications TO odolog_worker;
GRANT SELECT ON app.odometer_readings TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.odometer_readings TO odolog_worker;
GRANT SELECT ON app.profiles TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.profiles TO odolog_registrar;
GRANT SELECT ON app.profiles TO odolog_worker;
GRANT SELECT ON app.projector_checkpoints TO odolog_api;
GRANT SELECT ON app.projector_checkpoints TO odolog_refresher;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.projector_checkpoints TO odolog_worker;
GRANT SELECT ON app.reminder_events TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.reminder_events TO odolog_worker;
GRANT INSERT, SELECT ON app.shares TO odolog_api;
GRANT SELECT ON app.summary_events TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.summary_events TO odolog_worker;
GRANT INSERT, SELECT ON app.tariffs TO odolog_api;
GRANT SELECT ON app.tenant_heads TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.tenant_heads TO odolog_appender;
GRANT SELECT ON app.tenant_heads TO odolog_refresher;
GRANT INSERT ON app.tenant_heads TO odolog_registrar;
GRANT SELECT ON app.tenant_heads TO odolog_worker;
GRANT INSERT, SELECT ON app.tenant_keys TO odolog_api;
GRANT SELECT ON app.tenants TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.tenants TO odolog_registrar;
GRANT SELECT ON app.tenants TO odolog_worker;
GRANT INSERT, SELECT ON app.terms_acceptances TO odolog_registrar;
GRANT SELECT ON app.timeline_feed TO odolog_api;
GRANT INSERT, SELECT ON app.transfers TO odolog_api;
GRANT SELECT ON app.transfers TO odolog_registrar;
GRANT DELETE, INSERT, SELECT ON app.vehicle_drivers TO odolog_api;
GRANT SELECT ON app.vehicle_drivers TO odolog_worker;
GRANT SELECT ON app.vehicle_events TO odolog_api;
GRANT INSERT, SELECT ON app.vehicle_events TO odolog_appender;
GRANT SELECT ON app.vehicle_events TO odolog_worker;
GRANT SELECT ON app.vehicle_streams TO odolog_api;
GRANT INSERT, SELECT, UPDATE ON app.vehicle_streams TO odolog_appender;
GRANT SELECT ON app.vehicle_streams TO odolog_worker;
GRANT SELECT ON app.vehicle_summary TO odolog_api;
GRANT DELETE, INSERT, SELECT, UPDATE ON app.vehicle_summary TO odolog_worker;
GRANT INSERT, SELECT, UPDATE ON app.vehicles TO odolog_api;
GRANT SELECT ON app.vehicles TO odolog_worker;
GRANT SELECT ON private.db_health_stats TO odolog_jobs;
GRANT DELETE, INSERT, SELECT ON private.materialized_view_refreshes TO odolog_refresher;
GRANT SELECT ON private.mv_freshness TO odolog_jobs;
GRANT SELECT ON private.partition_coverage TO odolog_jobs;
GRANT SELECT ON private.rollup_months TO odolog_refresher;
GRANT SELECT ON private.rollup_positions TO odolog_refresher;
GRANT DELETE, INSERT, SELECT, UPDATE ON private.timeline_feed_positions TO odolog_refresher;
GRANT DELETE, INSERT, SELECT, UPDATE ON private.worker_heartbeats TO odolog_refresher;

-- column grants
GRANT INSERT (tenant_id, id, user_id, name, prefix, secret_hash, scopes, expires_at) ON app.api_keys TO odolog_api;
GRANT SELECT (tenant_id, id, user_id, name, prefix, scopes, expires_at, last_used_at, created_at, revoked_at, revoked_by) ON app.api_keys TO odolog_api;
GRANT UPDATE (revoked_at, revoked_by) ON app.api_keys TO odolog_api;
GRANT UPDATE (last_used_at, revoked_at, revoked_by) ON app.api_keys TO odolog_registrar;
GRANT INSERT (tenant_id, actor_id, action, subject_kind, subject_id, detail) ON app.audit_entries TO odolog_api;
GRANT INSERT (tenant_id, actor_id, action, subject_kind, subject_id, detail) ON app.audit_entries TO odolog_registrar;
GRANT INSERT (tenant_id, actor_id, action, subject_kind, subject_id, detail) ON app.audit_entries TO odolog_worker;
GRANT UPDATE (role, updated_at, updated_by) ON app.garage_members TO odolog_api;
GRANT SELECT (tenant_id, garage_id, user_id, role) ON app.garage_members TO odolog_registrar;
GRANT SELECT (tenant_id, code) ON app.history_exports TO odolog_registrar;
GRANT UPDATE (created_at, answer) ON app.idempotent_requests TO odolog_api;
GRANT UPDATE (answer, undone_at, undone_by) ON app.imports TO odolog_api;
GRANT INSERT (tenant_id, id, email, role, garage_id, garage_role, token_hash, expires_at, created_by) ON app.invitations TO odolog_api;
GRANT UPDATE (token_hash, expires_at, updated_at, updated_by, declined_at, revoked_at, revoked_by) ON app.invitations TO odolog_api;
GRANT UPDATE (accepted_at, accepted_by, revoked_at) ON app.invitations TO odolog_registrar;
GRANT UPDATE (role, updated_at, updated_by) ON app.memberships TO odolog_api;
GRANT UPDATE (read_at) ON app.notifications TO odolog_api;
GRANT UPDATE (name, locale, time_zone, currency, distance_unit, volume_unit, theme, updated_at, updated_by) ON app.profiles TO odolog_api;
GRANT UPDATE (revoked_at, revoked_by) ON app.shares TO odolog_api;
GRANT SELECT (tenant_id, id, vehicle_id, token_hash, expires_at, created_by, revoked_at) ON app.shares TO odolog_registrar;
GRANT UPDATE (revoked_at) ON app.shares TO odolog_registrar;
GRANT UPDATE (deleted_at, deleted_by) ON app.tariffs TO odolog_api;
GRANT UPDATE (retired_at) ON app.tenant_keys TO odolog_api;
GRANT SELECT (id, public_key) ON app.tenant_keys TO odolog_registrar;
GRANT UPDATE (name, updated_at, updated_by) ON app.tenants TO odolog_api;
GRANT UPDATE (accepted_at, accepted_by, accepted_into, declined_at, revoked_at, revoked_by) ON app.transfers TO odolog_api;
GRANT UPDATE (revoked_at) ON app.transfers TO odolog_registrar;
GRANT SELECT (tenant_id, vehicle_id) ON app.vehicle_streams TO odolog_registrar;
GRANT UPDATE (closed_at) ON app.vehicle_streams TO odolog_registrar;
GRANT SELECT (tenant_id, id, garage_id) ON app.vehicles TO odolog_registrar;

-- function grants
GRANT EXECUTE ON FUNCTION app.accept_invitation(p_token_hash bytea, p_user uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.accept_terms(p_user uuid, p_version text) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.append_all(p_tenant uuid, p_vehicle uuid, p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_corrects uuid[], p_by uuid[], p_source text[]) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.append_event(p_tenant uuid, p_vehicle uuid, p_id uuid, p_date date, p_at timestamp with time zone, p_time_known boolean, p_type text, p_schema smallint, p_odometer_m bigint, p_void boolean, p_payload jsonb, p_notes text, p_hash bytea, p_expected integer, p_corrects uuid, p_by uuid, p_source text) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.append_group(p_scope text, p_tenant uuid[], p_vehicle uuid[], p_id uuid[], p_date date[], p_at timestamp with time zone[], p_time_known boolean[], p_type text[], p_schema smallint[], p_odometer_m bigint[], p_void boolean[], p_payload jsonb[], p_notes text[], p_hashes bytea, p_expected integer[], p_by uuid[], p_source text[]) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.beat(p_worker uuid) TO odolog_worker;
GRANT EXECUTE ON FUNCTION app.create_tenant(p_id uuid, p_name text, p_user uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.current_person_id() TO odolog_api, odolog_registrar;
GRANT EXECUTE ON FUNCTION app.current_tenant_id() TO odolog_api, odolog_appender, odolog_refresher, odolog_registrar, odolog_worker;
GRANT EXECUTE ON FUNCTION app.ensure_partition(p_date date) TO odolog_api, odolog_jobs, odolog_worker;
GRANT EXECUTE ON FUNCTION app.enter_person(p_person uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.enter_tenant(p_tenant uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.enter_tenants(p_scope text) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.follow_claims(p_user uuid, p_provider text, p_issued_at timestamp with time zone, p_tenants uuid[], p_roles text[]) TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.follow_person() TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.latest_migration() TO odolog_api, odolog_worker;
GRANT EXECUTE ON FUNCTION app.live_generation(p_projector text) TO odolog_api, odolog_worker;
GRANT EXECUTE ON FUNCTION app.memberships_at_hand(p_person uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.memberships_of(p_user uuid) TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.open_stream(p_tenant uuid, p_vehicle uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.projector_counts() TO odolog_api;
GRANT EXECUTE ON FUNCTION app.projector_health() TO odolog_jobs, odolog_worker;
GRANT EXECUTE ON FUNCTION app.proof_key(p_id text) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.provision_person() TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.record_accepted_terms() TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.record_audit_about_person(p_user uuid, p_action text, p_detail jsonb) TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.record_audit_of_person(p_user uuid, p_action text, p_detail jsonb) TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.retire_person() TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.revoke_keys_of_person(p_user uuid) TO odolog_auth;
GRANT EXECUTE ON FUNCTION app.set_stream_open(p_vehicle uuid, p_open boolean) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.set_tenant(p_tenant uuid) TO odolog_api, odolog_registrar, odolog_worker;
GRANT EXECUTE ON FUNCTION app.tenant_of_export(p_code text) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.tenant_of_share(p_token_hash bytea) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.terms_accepted_by(p_user uuid) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.use_api_key(p_secret_hash bytea) TO odolog_api;
GRANT EXECUTE ON FUNCTION app.worker_heartbeats() TO odolog_api, odolog_jobs, odolog_worker;
GRANT EXECUTE ON FUNCTION private.close_queue() TO odolog_jobs;
GRANT EXECUTE ON FUNCTION private.refresh_timeline_feed(OUT refreshed boolean, OUT rows bigint, OUT "position" bigint) TO odolog_jobs;
GRANT EXECUTE ON FUNCTION private.timeline_feed_drift() TO odolog_jobs;
