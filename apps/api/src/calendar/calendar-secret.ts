import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses. Only the hash is kept: whoever reads the table cannot read a calendar. */
export function makeSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
