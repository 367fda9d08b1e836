-- Read models are folded from events by projectors: how far each has come, and which generation readers see, stands here.
CREATE TABLE app.projector_checkpoints (
  tenant_id uuid NOT NULL,
  projector text NOT NULL,
  -- a rebuild folds into the next generation beside the one that readers see
  generation integer NOT NULL,
  live boolean NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- the event that cannot be folded; nothing after it is applied until it can
  failed_event_id uuid,
  failed_position bigint,
  failure text,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamptz,
  PRIMARY KEY (tenant_id, projector, generation)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX projector_checkpoints_live ON app.projector_checkpoints (tenant_id, projector) WHERE live;

ALTER TABLE app.projector_checkpoints ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.projector_checkpoints FORCE ROW LEVEL SECURITY;
-- The worker looks for work over all tenants and moves one tenant's checkpoint at a time.
CREATE POLICY projector_checkpoints_select ON app.projector_checkpoints FOR SELECT TO odolog_api
  USING (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY projector_checkpoints_survey ON app.projector_checkpoints FOR SELECT TO odolog_worker, odolog_refresher USING (true);
CREATE POLICY projector_checkpoints_insert ON app.projector_checkpoints FOR INSERT TO odolog_worker
  WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY projector_checkpoints_update ON app.projector_checkpoints FOR UPDATE TO odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id())) WITH CHECK (tenant_id = (SELECT app.current_tenant_id()));
CREATE POLICY projector_checkpoints_delete ON app.projector_checkpoints FOR DELETE TO odolog_worker
  USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT SELECT ON app.projector_checkpoints TO odolog_api, odolog_worker, odolog_refresher;
GRANT INSERT, UPDATE, DELETE ON app.projector_checkpoints TO odolog_worker;

-- The generation of a model that readers of the current tenant see. Inlined into the policies, evaluated once a statement.
CREATE FUNCTION app.live_generation(p_projector text) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT c.generation FROM app.projector_checkpoints c
           WHERE c.tenant_id = app.current_tenant_id() AND c.projector = p_projector AND c.live);
GRANT EXECUTE ON FUNCTION app.live_generation(text) TO odolog_api, odolog_worker;

-- What every table of a read model needs: readers see the live generation of their tenant and nothing half-built, the worker
-- writes any generation of the tenant it works for, and the refresher reads the tables that summaries are made of.
CREATE PROCEDURE private.secure_read_model(p_table text, p_projector text) LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', p_table);
  EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', p_table);
  EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id())'
    || ' AND generation = (SELECT app.live_generation(%L)))', p_table || '_select', p_table, p_projector);
  EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()))',
    p_table || '_project_select', p_table);
  EXECUTE format('CREATE POLICY %I ON app.%I FOR INSERT TO odolog_worker WITH CHECK (tenant_id = (SELECT app.current_tenant_id()))',
    p_table || '_project_insert', p_table);
  EXECUTE format('CREATE POLICY %I ON app.%I FOR UPDATE TO odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()))'
    || ' WITH CHECK (tenant_id = (SELECT app.current_tenant_id()))', p_table || '_project_update', p_table);
  EXECUTE format('CREATE POLICY %I ON app.%I FOR DELETE TO odolog_worker USING (tenant_id = (SELECT app.current_tenant_id()))',
    p_table || '_project_delete', p_table);
  EXECUTE format('GRANT SELECT ON app.%I TO odolog_api', p_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO odolog_worker', p_table);
END $$;
