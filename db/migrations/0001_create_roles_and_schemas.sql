-- Every process gets a role of its own that can do its work and nothing else; run by the administrator, all else by odolog_owner.
-- Roles belong to the server, not to the database, so each may be there already. Passwords are set by the migrator.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('odolog_owner', 'LOGIN'),         -- owns app and private; migrations only
      ('odolog_api', 'LOGIN'),           -- one tenant's rows at a time
      ('odolog_worker', 'LOGIN'),        -- projectors: heads of all tenants, rows of one tenant at a time
      ('odolog_jobs', 'LOGIN'),          -- owns pgboss
      ('odolog_auth', 'LOGIN'),          -- owns auth
      ('odolog_appender', 'NOLOGIN'),    -- owns the append functions: the only one that may insert events
      ('odolog_registrar', 'NOLOGIN'),   -- owns the functions that provision people and look up their memberships
      ('odolog_refresher', 'NOLOGIN')    -- owns the materialized views and reads the rollups of all tenants for them
    ) AS roles (name, login)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I %s NOINHERIT', wanted.name, wanted.login);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;   -- another database of this server is being migrated at this moment
      END;
    END IF;
  END LOOP;
END $$;

-- The owner hands functions and views over to the roles without a login; it never acts with their rights by itself.
GRANT odolog_owner TO CURRENT_USER WITH SET TRUE;
GRANT odolog_appender, odolog_registrar, odolog_refresher TO odolog_owner WITH INHERIT FALSE, SET TRUE;
GRANT odolog_auth, odolog_jobs TO odolog_owner WITH INHERIT FALSE, SET TRUE;

DO $$
BEGIN
  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO odolog_owner, odolog_api, odolog_worker, odolog_jobs, odolog_auth', current_database());
  -- REFRESH MATERIALIZED VIEW CONCURRENTLY compares old and new in a temporary table of the view's owner
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO odolog_refresher', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA app AUTHORIZATION odolog_owner;
CREATE SCHEMA private AUTHORIZATION odolog_owner;
CREATE SCHEMA auth AUTHORIZATION odolog_auth;
CREATE SCHEMA pgboss AUTHORIZATION odolog_jobs;

GRANT USAGE ON SCHEMA app TO odolog_api, odolog_worker, odolog_jobs, odolog_auth, odolog_appender, odolog_registrar, odolog_refresher;
GRANT USAGE ON SCHEMA private TO odolog_refresher;
