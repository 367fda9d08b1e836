import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventToAppend } from './event.js';

/** What an event states, and what its hash covers. Who recorded it, from where and when stands beside it. */
export type EventContent = Pick<
  EventToAppend,
  | 'id'
  | 'vehicleId'
  | 'type'
  | 'schemaVersion'
  | 'date'
  | 'occurredAt'
  | 'timeKnown'
  | 'odometer'
  | 'odometerM'
  | 'notes'
  | 'data'
> & { readonly reason?: string | null; readonly correctsId?: string | null };

/**
 * The RFC 8785 canonical JSON of an event's content: the same bytes for the same content, in any language. The tenant
 * is left out, so that a vehicle's history stays provable when the vehicle changes hands.
 */
export function canonicalContent(event: EventContent): string {
  const canonical = canonicalize({
    id: event.id,
    vehicleId: event.vehicleId,
    type: event.type,
    schemaVersion: event.schemaVersion,
    date: event.date,
    occurredAt: new Date(event.occurredAt).toISOString(),
    timeKnown: event.timeKnown,
    odometer: event.odometer,
    odometerM: event.odometerM,
    notes: event.notes,
    data: event.data,
    reason: event.reason ?? null,
    correctsId: event.correctsId ?? null,
  });
  if (canonical === undefined) throw new TypeError('an event without content has no canonical form');
  return canonical;
}

/** SHA-256 of the canonical content: 32 bytes. */
export const contentHash = (event: EventContent): Buffer => sha256(canonicalContent(event));

/** What the chain of a vehicle starts from: SHA-256 of the 16 bytes of its id. */
export const genesisHash = (vehicleId: string): Buffer =>
  sha256(Buffer.from(vehicleId.replaceAll('-', ''), 'hex'));

/** SHA-256(previous chain hash, content hash). */
export const nextChainHash = (previous: Buffer, content: Buffer): Buffer =>
  sha256(Buffer.concat([previous, content]));

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
