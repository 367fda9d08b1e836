-- A code of an authenticator app holds for a minute and a half: whoever saw it typed must not use it again.
SET LOCAL ROLE odolog_auth;

CREATE TABLE auth."usedCode" (
  "userId" uuid NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  -- as it was typed: it is worth nothing any more
  "code" text NOT NULL,
  "usedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("userId", "code")
);

SET LOCAL ROLE odolog_owner;
