-- What someone offered is theirs to give for as long as they may: invitations, vehicles and links to a history are taken back
-- with the membership or the role that allowed them, by whatever path it went.
CREATE POLICY invitations_registrar_select ON app.invitations FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY invitations_registrar_update ON app.invitations FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (revoked_at) ON app.invitations TO odolog_registrar;
CREATE POLICY transfers_registrar_select ON app.transfers FOR SELECT TO odolog_registrar USING (true);
CREATE POLICY transfers_registrar_update ON app.transfers FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (revoked_at) ON app.transfers TO odolog_registrar;
CREATE POLICY shares_registrar_update ON app.shares FOR UPDATE TO odolog_registrar USING (true) WITH CHECK (true);
GRANT SELECT (id, vehicle_id, created_by), UPDATE (revoked_at) ON app.shares TO odolog_registrar;
CREATE POLICY garage_members_registrar ON app.garage_members FOR SELECT TO odolog_registrar USING (true);
GRANT SELECT (tenant_id, garage_id, user_id, role) ON app.garage_members TO odolog_registrar;
CREATE POLICY vehicles_registrar ON app.vehicles FOR SELECT TO odolog_registrar USING (true);
GRANT SELECT (tenant_id, id, garage_id) ON app.vehicles TO odolog_registrar;

-- Of the policy it repeats what concerns offers; a test holds the two together. Whoever sent a link again knows its secret, too.
CREATE FUNCTION app.take_back_offers_of(p_tenant uuid, p_user uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
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
       AND NOT CASE v_role
         WHEN 'owner' THEN true
         WHEN 'manager' THEN i.role IN ('driver', 'viewer')
         ELSE i.role = 'driver' AND i.garage_id IS NOT NULL AND i.garage_id = ANY (v_garages) END
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
END $$;
REVOKE EXECUTE ON FUNCTION app.take_back_offers_of(uuid, uuid) FROM PUBLIC;

CREATE FUNCTION app.take_back_offers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.take_back_offers_of(OLD.tenant_id, OLD.user_id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.take_back_offers() FROM PUBLIC;

-- Whoever manages a garage may no longer give what was taken out of it.
CREATE FUNCTION app.take_back_offers_of_vehicle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.take_back_offers_of(NEW.tenant_id, offered.created_by) FROM (
    SELECT t.created_by FROM app.transfers t WHERE t.tenant_id = NEW.tenant_id AND t.vehicle_id = NEW.id UNION
    SELECT s.created_by FROM app.shares s WHERE s.tenant_id = NEW.tenant_id AND s.vehicle_id = NEW.id) AS offered;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.take_back_offers_of_vehicle() FROM PUBLIC;

CREATE TRIGGER take_back_offers AFTER UPDATE ON app.memberships
  FOR EACH ROW WHEN (OLD.role <> NEW.role) EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers_on_leaving AFTER DELETE ON app.memberships
  FOR EACH ROW EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers AFTER UPDATE ON app.garage_members
  FOR EACH ROW WHEN (OLD.role <> NEW.role) EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers_on_leaving AFTER DELETE ON app.garage_members
  FOR EACH ROW EXECUTE FUNCTION app.take_back_offers();
CREATE TRIGGER take_back_offers AFTER UPDATE OF garage_id ON app.vehicles
  FOR EACH ROW WHEN (OLD.garage_id IS DISTINCT FROM NEW.garage_id) EXECUTE FUNCTION app.take_back_offers_of_vehicle();

GRANT CREATE ON SCHEMA app TO odolog_registrar;
ALTER FUNCTION app.take_back_offers_of(uuid, uuid) OWNER TO odolog_registrar;
ALTER FUNCTION app.take_back_offers() OWNER TO odolog_registrar;
ALTER FUNCTION app.take_back_offers_of_vehicle() OWNER TO odolog_registrar;
REVOKE CREATE ON SCHEMA app FROM odolog_registrar;

-- What people left open who went before.
SET LOCAL ROLE odolog_registrar;
SELECT app.take_back_offers_of(tenant_id, created_by) FROM (
  SELECT tenant_id, created_by FROM app.invitations UNION
  SELECT tenant_id, updated_by FROM app.invitations WHERE updated_by IS NOT NULL UNION
  SELECT tenant_id, created_by FROM app.transfers UNION
  SELECT tenant_id, created_by FROM app.shares) AS offered;
SET LOCAL ROLE odolog_owner;
