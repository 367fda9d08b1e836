import { contentHash, genesisHash, nextChainHash } from './canonical-content.js';
import type { StoredEvent } from './event.js';

/** What is wrong with a history, and at which event first. */
export interface ChainFault {
  readonly what: 'altered' | 'missing' | 'reordered';
  readonly version: number;
  readonly eventId: string;
}

export type ChainVerdict =
  { readonly ok: true; readonly head: string } | { readonly ok: false; readonly fault: ChainFault };

/**
 * Walks one vehicle's events, given in the order of their versions, and recomputes every hash from the content.
 * Needs no database. `missing` names the event before which one lacks, `reordered` one that stands out of place.
 */
export function verifyChain(vehicleId: string, events: readonly StoredEvent[]): ChainVerdict {
  let chain = genesisHash(vehicleId);
  for (const [index, event] of events.entries()) {
    const at = (what: ChainFault['what']): ChainVerdict => ({
      ok: false,
      fault: { what, version: event.version, eventId: event.id },
    });
    if (event.version !== index + 1)
      return at(event.version > index + 1 && !holds(events, index + 1) ? 'missing' : 'reordered');
    const content = contentHash(event);
    if (content.toString('hex') !== event.contentHash) return at('altered');
    chain = nextChainHash(chain, content);
    if (chain.toString('hex') !== event.chainHash) return at('altered');
  }
  return { ok: true, head: chain.toString('hex') };
}

const holds = (events: readonly StoredEvent[], version: number): boolean =>
  events.some((event) => event.version === version);
