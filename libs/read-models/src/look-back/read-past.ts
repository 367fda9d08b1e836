import type { TenantTransaction } from '@odolog/db';
import { followCorrections, type KnownHistory } from '@odolog/event-store';
import { eventType, factsOf, type Facts } from '@odolog/events';
import type { PointOfView } from './point-of-view.js';
import { readStreamThen, type PastEvent } from './read-stream-then.js';

/** An event that stood, and what it tells. */
export interface PastFact {
  readonly event: PastEvent;
  readonly facts: Facts;
}

/** A vehicle's history as it stood then. */
export interface Past {
  /** The events that stood, and what they tell, oldest first. */
  readonly standing: readonly PastFact[];
  /** Which events stood, for the timeline. */
  readonly known: KnownHistory;
  /** Of each event, the first one of the chain of corrections that it ends. */
  readonly rootOf: (event: Pick<PastEvent, 'id' | 'correctsId'>) => string;
}

/**
 * Looks back by folding the stream: what read models hold is the present. Costs one read of the vehicle's events, so it is for
 * one vehicle at a time.
 */
export async function readPast(
  trx: TenantTransaction,
  vehicleId: string,
  { asOf, knownAt }: PointOfView,
): Promise<Past> {
  const events = await readStreamThen(trx, vehicleId, { knownAt });
  const { standing, supersededBy } = followCorrections(events);
  const byId = new Map(events.map((event) => [event.id, event]));
  return {
    standing: [...standing.values()]
      .filter(({ date }) => asOf === undefined || date <= asOf)
      .sort(chronologically)
      .map((event) => ({ event, facts: factsOf(event) })),
    known: {
      versions: { [vehicleId]: events.length },
      out: outOf(supersededBy),
    },
    rootOf: ({ id, correctsId }) => {
      let root = id;
      for (let next = correctsId; next !== null; next = byId.get(next)?.correctsId ?? null) root = next;
      return root;
    },
  };
}

/** How each event that does not stand came not to. */
export function outOf(supersededBy: ReadonlyMap<string, { readonly type: string }>): KnownHistory['out'] {
  return new Map(
    [...supersededBy].map(([id, by]) => [id, eventType(by.type)?.hides ? 'retracted' : 'superseded']),
  );
}

function chronologically(a: PastEvent, b: PastEvent): number {
  return compare(a.date, b.date) || compare(a.occurredAt, b.occurredAt) || a.orderVersion - b.orderVersion;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
