import type { TenantTransaction } from '@odolog/db';
import {
  isEndOfSlice,
  turn,
  readReadingsUntil,
  type EventToAppend,
  type StoredEvent,
} from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { implausibleJump, jumpWarning, type DatedReading, type Warning } from '@odolog/vehicle';

/** Enough of them to know how a vehicle usually moves. */
const readingsAround = 40;

interface KnownReading extends DatedReading {
  readonly eventId: string;
  /** By how much true distance is ahead of the odometer here: over the replacements among those that are looked at. */
  readonly aheadM: number;
}

/**
 * Accepted readings of one vehicle that stand far above the usual distance, by the ids of their events: worth a look, no reason
 * to refuse. Each is held against those before it, too, that came with it.
 */
export async function jumpWarningsOf(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
): Promise<Map<string, Warning[]>> {
  const read = events.filter(hasReading).sort(byDate);
  const last = read.at(-1);
  if (!last) return new Map();
  const replaced = new Set(read.flatMap(({ id, correctsId }) => [id, correctsId]));
  // from the store itself: what came a moment ago is not folded yet
  const limit = readingsAround + read.length;
  const stood = await readReadingsUntil(trx, last.vehicleId, { until: last.date, limit });
  const known: KnownReading[] = [];
  for (const event of stood)
    if (hasReading(event) && !replaced.has(event.id)) known.push(asKnown(event, known));
  const warnings = new Map<string, Warning[]>();
  let before: KnownReading[] = [];
  let next = 0;
  for (const [index, event] of read.entries()) {
    if (isEndOfSlice(index)) await turn();
    // both are in the order of their days: what comes before is a stretch of each
    while (known[next] && known[next]!.date <= event.date) before.push(known[next++]!);
    before = before.slice(-readingsAround);
    warnings.set(event.id, warningsOf(event, before));
    before.push(asKnown(event, before));
  }
  return warnings;
}

type Read = Pick<StoredEvent, 'id' | 'type' | 'schemaVersion' | 'date' | 'data' | 'odometer' | 'odometerM'>;
type Reading = Read & { readonly odometerM: number };

function hasReading<Event extends Read>(event: Event): event is Event & Reading {
  return event.odometer !== null && event.odometerM !== null && event.odometer.void !== true;
}

/** @param before readings up to its day, the last one last */
function warningsOf(event: Reading, before: readonly KnownReading[]): Warning[] {
  const jump = implausibleJump(asKnown(event, before), before);
  return jump && event.odometer ? [jumpWarning(jump, event.odometer.unit)] : [];
}

/** In true distance: what the replacements before it had counted is behind it. */
function asKnown(event: Reading, before: readonly KnownReading[]): KnownReading {
  const { id, date, odometerM } = event;
  const { odometerReplaced } = factsOf(event);
  const stepM = odometerReplaced ? odometerReplaced.finalM - odometerM : 0;
  const aheadM = (before.at(-1)?.aheadM ?? 0) + stepM;
  return { eventId: id, date, odometerM: odometerM + aheadM, aheadM };
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }) =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
