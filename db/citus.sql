-- Distributes a migrated database over Citus 14 by tenant. UNTESTED: written from Citus's documentation, run nowhere yet.
-- Run once on the coordinator as the administrator, after the migrations and before the first tenant.
--
-- The schema is made for it: tenant_id leads every key, no foreign key leaves a tenant, and the tenant is set by a
-- plain SET LOCAL. What differs from one server:
--   * a batch of the group append must hold one tenant (it takes whole tenants; let it take one);
--   * a partition made later is distributed when ensure_partition attaches it, which takes a moment on each worker.

CREATE EXTENSION IF NOT EXISTS citus;

-- SET LOCAL app.tenant_id must reach the workers, where row-level security is evaluated.
ALTER ROLE odolog_api SET citus.propagate_set_commands = 'local';
ALTER ROLE odolog_worker SET citus.propagate_set_commands = 'local';
ALTER ROLE odolog_appender SET citus.propagate_set_commands = 'local';
-- The append-only triggers touch nothing but their own row, which is the condition under which these are safe.
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET citus.enable_unsafe_triggers = on', current_database()); END $$;
SET citus.enable_unsafe_triggers = on;

-- People belong to several tenants, so they stand on every node.
SELECT create_reference_table('app.profiles');
SELECT create_reference_table('app.followed_claims');
SELECT create_reference_table('app.terms_acceptances');

SELECT create_distributed_table('app.tenants', 'id');
SELECT create_distributed_table('app.memberships', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.garages', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.vehicles', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.garage_members', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.vehicle_drivers', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.former_members', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.invitations', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.imports', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.idempotent_requests', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.audit_entries', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.api_keys', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.tenant_keys', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.chain_checks', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.history_exports', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.shares', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.tariffs', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.transfers', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.mails', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.notifications', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.notification_preferences', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.calendar_links', 'tenant_id', colocate_with => 'app.tenants');

SELECT create_distributed_table('app.vehicle_events', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.vehicle_streams', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.tenant_heads', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.event_ids', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.event_supersessions', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.event_hours', 'tenant_id', colocate_with => 'app.tenants');

SELECT create_distributed_table('app.projector_checkpoints', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.vehicle_summary', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.summary_events', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.odometer_readings', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.hours_readings', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.files', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.fuel_fills', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.fuel_odometer_steps', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.fuel_segments', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.fuel_rollups', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.cost_entries', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.cost_rollups', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.event_rollups', 'tenant_id', colocate_with => 'app.tenants');
SELECT create_distributed_table('app.reminder_events', 'tenant_id', colocate_with => 'app.tenants');

-- One round trip to the tenant's node for a whole append.
SELECT create_distributed_function(p.oid::regprocedure, 'p_tenant', colocate_with => 'app.vehicle_streams')
  FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname IN ('append_event', 'append_all', 'open_stream');
