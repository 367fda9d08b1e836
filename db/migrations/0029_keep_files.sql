-- Receipts and papers stand in the database: with the tenant's other rows in one backup, behind the same policies.
CREATE TABLE app.files (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  vehicle_id uuid NOT NULL,
  name text NOT NULL,
  -- found in the bytes, whatever the sender called it
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content bytea NOT NULL CHECK (octet_length(content) = bytes AND bytes BETWEEN 1 AND 10485760),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id)
);
CREATE INDEX files_vehicle ON app.files (tenant_id, vehicle_id, id DESC);
-- photos and PDFs are compressed already
ALTER TABLE app.files ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE app.files ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.files FORCE ROW LEVEL SECURITY;
CREATE POLICY files_select ON app.files FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY files_insert ON app.files FOR INSERT TO odolog_api WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT, INSERT ON app.files TO odolog_api;
