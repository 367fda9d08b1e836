-- Who is told of a reminder, once for each cycle, state and channel: the keys of these tables hold it, not the memory of a worker.
ALTER TABLE app.reminder_events
  -- what the hours meter showed, where it was read
  ADD COLUMN runtime_min bigint,
  -- a turn in the life of the vehicle: nobody is reminded of one that is sold, transferred or archived
  ADD COLUMN life text;

-- How a person wants to be told; whoever has said nothing has no row.
CREATE TABLE app.notification_preferences (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  mail boolean NOT NULL,
  digest text NOT NULL CHECK (digest IN ('none', 'daily', 'weekly')),
  -- minutes of the person's local day; a quiet time may cross midnight
  digest_at_min smallint NOT NULL CHECK (digest_at_min BETWEEN 0 AND 1439),
  quiet_from_min smallint CHECK (quiet_from_min BETWEEN 0 AND 1439),
  quiet_until_min smallint CHECK (quiet_until_min BETWEEN 0 AND 1439),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE,
  CHECK ((quiet_from_min IS NULL) = (quiet_until_min IS NULL))
);

-- The way of a message out of the house:
-- waiting -> claimed (a worker has it; given back when its lease runs out) -> sending (the mail server is spoken to) -> sent.
-- What was left in `sending` by a worker that died may have gone out: it becomes `unknown` and is never sent again.
CREATE TABLE app.mails (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'claimed', 'sending', 'sent', 'refused', 'unknown')),
  -- names the attempt: a worker that was too slow finds another one's
  claim uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  retry_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX mails_user ON app.mails (tenant_id, user_id, created_at DESC);
CREATE INDEX mails_open ON app.mails (tenant_id, id) WHERE status IN ('waiting', 'claimed', 'sending');

CREATE TABLE app.notifications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  vehicle_id uuid NOT NULL,
  reminder_id uuid NOT NULL,
  cycle integer NOT NULL,
  -- how often it was put off in its cycle before: a snooze asks to be told again
  round integer NOT NULL,
  state text NOT NULL CHECK (state IN ('due-soon', 'due', 'overdue')),
  channel text NOT NULL CHECK (channel IN ('app', 'mail')),
  title text NOT NULL,
  due_on date,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  -- of the channel mail: the message that tells of it; none while it waits
  mail_id uuid,
  -- of the channel mail: it was done, put off or gone before a message could tell of it
  dropped boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reminder_id, cycle, round, state, user_id, channel),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, vehicle_id) REFERENCES app.vehicles (tenant_id, id),
  FOREIGN KEY (tenant_id, mail_id) REFERENCES app.mails (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX notifications_user ON app.notifications (tenant_id, user_id, channel, id DESC);
CREATE INDEX notifications_vehicle ON app.notifications (tenant_id, vehicle_id);
CREATE INDEX notifications_mail ON app.notifications (tenant_id, mail_id);

-- A calendar that others subscribe to by a secret address. The tenant stands in the address, its secret only as a hash.
CREATE TABLE app.calendar_links (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id),
  FOREIGN KEY (tenant_id, user_id) REFERENCES app.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX calendar_links_secret ON app.calendar_links (tenant_id, secret_hash);

DO $$
DECLARE
  relation text;
  may text;
  readers text;
  writers text;
  -- table, who reads, who writes
  rules text[] := ARRAY[
    ARRAY['notification_preferences', 'odolog_api, odolog_worker', 'odolog_api'],
    ARRAY['mails', 'odolog_worker', 'odolog_worker'],
    ARRAY['notifications', 'odolog_api, odolog_worker', 'odolog_worker'],
    ARRAY['calendar_links', 'odolog_api', 'odolog_api']];
BEGIN
  FOR rule IN 1 .. array_length(rules, 1) LOOP
    relation := rules[rule][1]; readers := rules[rule][2]; writers := rules[rule][3];
    may := '(tenant_id = (SELECT app.current_tenant_id()))';
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO %s USING %s', relation || '_select', relation, readers, may);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR INSERT TO %s WITH CHECK %s', relation || '_insert', relation, writers, may);
    EXECUTE format('CREATE POLICY %I ON app.%I FOR UPDATE TO %s USING %s WITH CHECK %s', relation || '_update', relation,
                   CASE relation WHEN 'notifications' THEN readers ELSE writers END, may, may);
    EXECUTE format('GRANT SELECT ON app.%I TO %s', relation, readers);
    EXECUTE format('GRANT INSERT, UPDATE ON app.%I TO %s', relation, writers);
  END LOOP;
END $$;
GRANT UPDATE (read_at) ON app.notifications TO odolog_api;
CREATE POLICY calendar_links_delete ON app.calendar_links FOR DELETE TO odolog_api USING (tenant_id = (SELECT app.current_tenant_id()));
GRANT DELETE ON app.calendar_links TO odolog_api;
