import type { Scope } from '@odolog/access';
import type { Database } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import type { Identity } from './verify-token.js';

/** How every key begins: people, and programs that look for leaked secrets, know it by that. */
const mark = 'odo_';
const secretBytes = 32;
const shownCharacters = mark.length + 6;
const wellFormed = /^odo_[\w-]{43}$/;

/** A key in the moment of its making: the only one in which its secret is known. */
export interface NewApiKey {
  readonly secret: string;
  /** What may be shown ever after. */
  readonly prefix: string;
  readonly secretHash: Buffer;
}

/** Makes a key that cannot be guessed. */
export function newApiKey(): NewApiKey {
  const secret = mark + randomBytes(secretBytes).toString('base64url');
  return { secret, prefix: secret.slice(0, shownCharacters), secretHash: hashOf(secret) };
}

/** Whether a bearer token is a key of ours rather than a token of an issuer. */
export function isApiKey(token: string): boolean {
  return token.startsWith(mark);
}

/**
 * Whose key this is. Asked of the database every time, so that a key is gone the moment it is revoked.
 *
 * @throws Problem `unauthenticated` for a key that is unknown, revoked or expired
 */
export async function verifyApiKey(db: Database, secret: string): Promise<Identity> {
  if (!wellFormed.test(secret)) throw new Problem('unauthenticated');
  const { rows } = await sql<{ tenantId: string; id: string; userId: string; scopes: Scope[] }>`
    SELECT tenant_id, id, user_id, scopes FROM app.use_api_key(${hashOf(secret)})`.execute(db.kysely);
  const [key] = rows;
  if (!key) throw new Problem('unauthenticated');
  const { tenantId, userId, scopes } = key;
  return { userId, tenantId, scopes, apiKeyId: key.id };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
