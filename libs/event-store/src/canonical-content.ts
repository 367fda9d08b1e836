import { hash } from 'node:crypto';
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
  return contentAround(event, {
    data: canonicalJson(event.data),
    odometer: canonicalJson(event.odometer),
    occurredAt: new Date(event.occurredAt).toISOString(),
  });
}

/** What is canonical already of an event: whoever stores it needs the same parts once more. */
export interface CanonicalParts {
  readonly data: string;
  /** `null` where none was read. */
  readonly odometer: string;
  /** In UTC, to the millisecond. */
  readonly occurredAt: string;
}

/** The members of the content stand in the order of their names, as RFC 8785 asks; only what people typed is sorted. */
export function contentAround(event: EventContent, { data, odometer, occurredAt }: CanonicalParts): string {
  return (
    `{"correctsId":${text(event.correctsId)},"data":${data},"date":${text(event.date)},"id":${text(event.id)},` +
    `"notes":${text(event.notes)},"occurredAt":${text(occurredAt)},"odometer":${odometer},` +
    `"odometerM":${event.odometerM},"reason":${text(event.reason)},"schemaVersion":${event.schemaVersion},` +
    `"timeKnown":${event.timeKnown},"type":${text(event.type)},"vehicleId":${text(event.vehicleId)}}`
  );
}

/**
 * RFC 8785 JSON.
 *
 * @throws TypeError for what JSON does not know, Error for a lone surrogate or a number that is not finite
 */
export function canonicalJson(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('what is not JSON has no canonical form');
  return canonical;
}

const text = (value: string | null | undefined): string => canonicalJson(value ?? null);

/** SHA-256 of the canonical content: 32 bytes. */
export const contentHash = (event: EventContent): Buffer => sha256(canonicalContent(event));

/** SHA-256: 32 bytes. */
export const sha256 = (bytes: string | Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** What the chain of a vehicle starts from: SHA-256 of the 16 bytes of its id. */
export const genesisHash = (vehicleId: string): Buffer =>
  sha256(Buffer.from(vehicleId.replaceAll('-', ''), 'hex'));

/** SHA-256(previous chain hash, content hash). */
export const nextChainHash = (previous: Buffer, content: Buffer): Buffer =>
  sha256(Buffer.concat([previous, content]));
