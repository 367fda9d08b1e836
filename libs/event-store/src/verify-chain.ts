import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { contentHash, genesisHash, nextChainHash } from './canonical-content.js';
import type { StoredEvent } from './event.js';
import { readStream } from './read-events.js';

/** What is wrong with a history, and where first. */
export interface ChainFault {
  readonly what: 'altered' | 'missing' | 'reordered';
  readonly version: number;
  /** Null where the event is not there to be named: its version is. */
  readonly eventId: string | null;
}

export type ChainVerdict =
  { readonly ok: true; readonly head: string } | { readonly ok: false; readonly fault: ChainFault };

/** Where a chain must end, as the vehicle's head row or an earlier export tells. */
export interface ChainHead {
  readonly version: number;
  /** Hex. */
  readonly chainHash: string;
}

/**
 * Walks one vehicle's events, given in the order of their versions, and recomputes every hash from the content.
 * Needs no database. Without `head`, events missing at the end cannot be known.
 */
export function verifyChain(
  vehicleId: string,
  events: readonly StoredEvent[],
  head?: ChainHead,
): ChainVerdict {
  const versions = new Set(events.map((event) => event.version));
  let chain = genesisHash(vehicleId);
  for (const [index, event] of events.entries()) {
    const expected = index + 1;
    if (event.version !== expected) {
      return versions.has(expected)
        ? fault('reordered', event.version, event.id)
        : fault('missing', expected, null);
    }
    const content = contentHash(event);
    chain = nextChainHash(chain, content);
    if (content.toString('hex') !== event.contentHash || chain.toString('hex') !== event.chainHash)
      return fault('altered', event.version, event.id);
  }
  if (head && head.version > events.length) return fault('missing', events.length + 1, null);
  const reached = chain.toString('hex');
  if (head && head.chainHash !== reached) return fault('altered', head.version, events.at(-1)?.id ?? null);
  return { ok: true, head: reached };
}

/** Verifies a vehicle's stored history against its head row. Undefined when the tenant has no such vehicle. */
export async function verifyStream(
  trx: TenantTransaction,
  vehicleId: string,
): Promise<ChainVerdict | undefined> {
  const { rows } = await sql<ChainHead>`
    SELECT version, encode(chain_hash, 'hex') AS chain_hash FROM app.vehicle_streams
     WHERE tenant_id = (SELECT app.current_tenant_id()) AND vehicle_id = ${vehicleId}`.execute(trx);
  const head = rows[0];
  return head && verifyChain(vehicleId, await readStream(trx, vehicleId, { limit: head.version }), head);
}

const fault = (what: ChainFault['what'], version: number, eventId: string | null): ChainVerdict => ({
  ok: false,
  fault: { what, version, eventId },
});
