import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Answer } from './answer.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts an answer for the database (nonce, ciphertext, tag), bound to the request that it belongs to. */
export function sealAnswer(secret: string, requestId: string, answer: Answer<unknown>): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFrom(secret), nonce).setAAD(Buffer.from(requestId));
  const { status, body, headers } = answer;
  const text = Buffer.concat([cipher.update(JSON.stringify({ status, body, headers })), cipher.final()]);
  return Buffer.concat([nonce, text, cipher.getAuthTag()]);
}

/** @throws Error when the server's secret is another one by now, or the row was tampered with */
export function openAnswer(secret: string, requestId: string, sealed: Buffer): Answer<unknown> {
  const decipher = createDecipheriv(algorithm, keyFrom(secret), sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(requestId))
    .setAuthTag(sealed.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  const { status, body, headers } = JSON.parse(text.toString()) as Answer<unknown>;
  return new Answer(status, body, headers);
}

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'odolog answers under keys', 32));
