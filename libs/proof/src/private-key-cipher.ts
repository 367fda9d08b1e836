import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Whose key it is: bound to the ciphertext, so that a row moved to another tenant does not open. */
export interface KeyOwner {
  readonly tenantId: string;
  readonly keyId: string;
}

/** Encrypts a private key for the database: nonce, ciphertext, tag. A copy of the database alone signs nothing. */
export function encryptPrivateKey(secret: string, owner: KeyOwner, key: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFrom(secret), nonce).setAAD(bindingOf(owner));
  const text = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]);
}

/** @throws Error when the server's secret is another one, or the row was tampered with */
export function decryptPrivateKey(secret: string, owner: KeyOwner, stored: Buffer): string {
  const decipher = createDecipheriv(algorithm, keyFrom(secret), stored.subarray(0, nonceBytes))
    .setAAD(bindingOf(owner))
    .setAuthTag(stored.subarray(-tagBytes));
  return decipher.update(stored.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
}

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'odolog tenant signing keys', 32));

const bindingOf = ({ tenantId, keyId }: KeyOwner): Buffer => Buffer.from(`${tenantId}:${keyId}`);
