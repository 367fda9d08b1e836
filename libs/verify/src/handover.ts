import type { PublicKey } from './history-file.js';

/** What a tenant states by its key about a vehicle that it hands over. */
export interface HandoverClaims {
  /** The origin that states it. */
  readonly iss: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** The id of the transfer. */
  readonly jti: string;
  /** The vehicle's id. */
  readonly sub: string;
  /** How far the history reached there, and where its chain ended, in hex. */
  readonly version: number;
  readonly chainHash: string;
  /** How many events went along; absent from statements that were made before it was said. */
  readonly count?: number;
  /** SHA-256 of their content hashes one after the other, base64url. */
  readonly events: string;
  /** SHA-256 of when each was first recorded, a line each, base64url; absent as `count` is. */
  readonly recorded?: string;
}

/** The protected header of a statement: it carries the key, so that it can be checked without asking anybody. */
export const handoverHeader = ({ kid, crv, kty, x }: PublicKey) =>
  ({ alg: 'EdDSA', jwk: { crv, kty, x }, kid, typ: 'odolog-handover+jws' }) as const;

/** The source of an event that came with a transfer: when it was first recorded stays with it. @param firstRecordedAt RFC 3339 */
export const transferSource = (transferId: string, firstRecordedAt: string): string =>
  `transfer:${transferId}:${firstRecordedAt}`;

const copied = /^transfer:([0-9a-f-]{36}):(\d{4}-.+)$/;

/** When an event was first recorded, RFC 3339: before it was handed over, where it was. */
export function firstRecordedAt(event: { readonly source: string; readonly recordedAt: string }): string {
  return copied.exec(event.source)?.[2] ?? event.recordedAt;
}

/** The transfer that an event came with; undefined for one that was recorded here. */
export function transferOf({ source }: { readonly source: string }): string | undefined {
  return copied.exec(source)?.[1];
}
