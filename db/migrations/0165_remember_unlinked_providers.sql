-- Whoever unlinks a provider elsewhere means it: an address that both sides have verified must not link it again by itself.
SET LOCAL ROLE odolog_auth;

CREATE TABLE auth."unlinkedProvider" (
  "userId" uuid NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "providerId" text NOT NULL,
  "unlinkedAt" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("userId", "providerId")
);

SET LOCAL ROLE odolog_owner;
