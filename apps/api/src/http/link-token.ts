import { createHash, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

const secretBytes = 32;
const idBytes = 16;

/** A link's secret, and what it opens: the database keeps only the hash. */
export interface LinkToken {
  readonly tenantId: string;
  /** Of the invitation, or of the offer. */
  readonly id: string;
  readonly hash: Buffer;
}

/** What a token looks like: tenant, id and secret in base64url, so that it is found without a search over tenants. */
export const tokenPattern = '^[A-Za-z0-9_-]{86}$';

/** A new secret, once as it is mailed and once as it is kept. */
export function newToken(tenantId: string, id: string): { token: string; hash: Buffer } {
  const token = Buffer.concat([parse(tenantId), parse(id), randomBytes(secretBytes)]);
  return { token: token.toString('base64url'), hash: hashOf(token) };
}

/** What it says of itself, to be believed once the hash is found. Undefined for what cannot be a token. */
export function readToken(token: string): LinkToken | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * idBytes + secretBytes) return undefined;
  try {
    const tenantId = stringify(bytes.subarray(0, idBytes));
    const id = stringify(bytes.subarray(idBytes, 2 * idBytes));
    return { tenantId, id, hash: hashOf(bytes) };
  } catch {
    return undefined;
  }
}

function hashOf(token: Buffer): Buffer {
  return createHash('sha256').update(token).digest();
}
