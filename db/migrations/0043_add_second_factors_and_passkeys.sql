-- A second factor beside the password, and passkeys in its place; the tables are those of better-auth 1.7.5.
SET LOCAL ROLE odolog_auth;

ALTER TABLE auth."user" ADD COLUMN "twoFactorEnabled" boolean NOT NULL DEFAULT false;

CREATE TABLE auth."twoFactor" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- both encrypted with the secret of the installation
  "secret" text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" uuid NOT NULL UNIQUE REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "verified" boolean NOT NULL DEFAULT true,
  "failedVerificationCount" integer NOT NULL DEFAULT 0,
  "lockedUntil" timestamptz
);

CREATE TABLE auth."passkey" (
  "id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "name" text,
  "publicKey" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
  "credentialID" text NOT NULL UNIQUE,
  "counter" integer NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
CREATE INDEX "passkey_userId_idx" ON auth."passkey" ("userId");

SET LOCAL ROLE odolog_owner;
