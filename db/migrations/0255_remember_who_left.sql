-- Tokens of a provider elsewhere outlive the account that they opened: what was issued before the person deleted it must not bring it
-- back. Kept is a hash of whom the provider means, for longer than any access token holds.
SET LOCAL ROLE odolog_auth;

CREATE TABLE auth."deletedLink" (
  "providerId" text NOT NULL,
  "subjectHash" bytea NOT NULL,
  "deletedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("providerId", "subjectHash")
);
CREATE INDEX "deletedLink_deletedAt" ON auth."deletedLink" ("deletedAt");

ALTER TABLE auth."deletedLink" ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth."deletedLink" FORCE ROW LEVEL SECURITY;
CREATE POLICY "deletedLink_select" ON auth."deletedLink" FOR SELECT TO odolog_auth USING (true);
CREATE POLICY "deletedLink_insert" ON auth."deletedLink" FOR INSERT TO odolog_auth WITH CHECK (true);
CREATE POLICY "deletedLink_update" ON auth."deletedLink" FOR UPDATE TO odolog_auth USING (true) WITH CHECK (true);
CREATE POLICY "deletedLink_delete" ON auth."deletedLink" FOR DELETE TO odolog_auth USING (true);

SET LOCAL ROLE odolog_owner;
