-- Keys are followed by others every 30 days; those from before that was so had no end.
SET LOCAL ROLE odolog_auth;
UPDATE auth."jwks" SET "expiresAt" = "createdAt" + interval '30 days' WHERE "expiresAt" IS NULL;
SET LOCAL ROLE odolog_owner;
