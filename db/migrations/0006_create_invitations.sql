-- Someone is asked to join by mail. The link holds a secret of which only the hash is kept; it works once, for a week.
CREATE TABLE app.invitations (
  tenant_id uuid NOT NULL REFERENCES app.tenants (id),
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'driver', 'viewer', 'maintainer')),
  -- a role in a garage, which whoever accepts gets besides
  garage_id uuid,
  garage_role text CHECK (garage_role IN ('manager', 'driver', 'viewer')),
  token_hash bytea NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid,
  accepted_at timestamptz,
  accepted_by uuid,
  declined_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, garage_id) REFERENCES app.garages (tenant_id, id),
  CHECK ((garage_id IS NULL) = (garage_role IS NULL)),
  CHECK (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1)
);
CREATE INDEX invitations_garage ON app.invitations (tenant_id, garage_id);

ALTER TABLE app.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_select ON app.invitations FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY invitations_insert ON app.invitations FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY invitations_update ON app.invitations FOR UPDATE TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.invitations TO odolog_api;
GRANT UPDATE (token_hash, expires_at, updated_at, updated_by, accepted_at, accepted_by, declined_at, revoked_at, revoked_by)
  ON app.invitations TO odolog_api;
