-- What keys stood for was marked from 0380 on. Of before, it is what nothing was made under: marked, it is forgotten after a week, too.
ALTER TABLE app.idempotent_requests NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.api_keys NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.garages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.imports NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.invitations NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.transfers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE app.vehicles NO FORCE ROW LEVEL SECURITY;
UPDATE app.idempotent_requests r SET of_key = true
 WHERE NOT of_key
   AND NOT EXISTS (SELECT FROM app.api_keys m WHERE m.tenant_id = r.tenant_id AND m.id = r.id)
   AND NOT EXISTS (SELECT FROM app.garages m WHERE m.tenant_id = r.tenant_id AND m.id = r.id)
   AND NOT EXISTS (SELECT FROM app.imports m WHERE m.tenant_id = r.tenant_id AND m.id = r.id)
   AND NOT EXISTS (SELECT FROM app.invitations m WHERE m.tenant_id = r.tenant_id AND m.id = r.id)
   AND NOT EXISTS (SELECT FROM app.transfers m WHERE m.tenant_id = r.tenant_id AND m.id = r.id)
   AND NOT EXISTS (SELECT FROM app.vehicles m WHERE m.tenant_id = r.tenant_id AND m.id = r.id);
ALTER TABLE app.idempotent_requests FORCE ROW LEVEL SECURITY;
ALTER TABLE app.api_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE app.garages FORCE ROW LEVEL SECURITY;
ALTER TABLE app.imports FORCE ROW LEVEL SECURITY;
ALTER TABLE app.invitations FORCE ROW LEVEL SECURITY;
ALTER TABLE app.transfers FORCE ROW LEVEL SECURITY;
ALTER TABLE app.vehicles FORCE ROW LEVEL SECURITY;
