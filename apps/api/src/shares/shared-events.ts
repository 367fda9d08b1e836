import type { StoredEvent } from '@odolog/event-store';
import { eventType, factsOf, summaryOf, type Format } from '@odolog/events';
import { changesOf } from '@odolog/read-models';
import { moneyFromMinor } from '@odolog/units';
import { firstRecordedAt } from '@odolog/verify';
import { sharedData } from './shared-data.js';
import type { Chosen, SharedCorrection, SharedEntry, SharedHistory } from './shares.contract.js';

type Told = Pick<SharedHistory, 'months' | 'readings' | 'entries' | 'corrections' | 'inspectionValidUntil'>;

interface Showing {
  readonly contents: Chosen;
  readonly format: Format;
}

const dayMs = 86_400_000;

/** What the events of a vehicle, in the order of their versions, tell a buyer. */
export function sharedEvents(events: readonly StoredEvent[], showing: Showing): Told {
  const standing = changesOf(events).recorded.map(({ event }) => event);
  const newestFirst = standing.toSorted(byTime).toReversed();
  const corrections = correctionsIn(events, showing);
  return {
    months: monthsOf(standing),
    readings: newestFirst.flatMap(readingOf).toReversed(),
    entries: newestFirst.flatMap((event) => entryOf(event, showing)),
    corrections: corrections.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    inspectionValidUntil: validUntil(newestFirst),
  };
}

function byTime(a: StoredEvent, b: StoredEvent): number {
  return (
    a.date.localeCompare(b.date) ||
    a.occurredAt.localeCompare(b.occurredAt) ||
    a.orderVersion - b.orderVersion
  );
}

function monthsOf(standing: readonly StoredEvent[]): Told['months'] {
  const byMonth = Map.groupBy(standing, ({ date }) => date.slice(0, 7));
  return [...byMonth]
    .map(([month, of]) => ({
      month,
      events: of.length,
      corrected: of.filter((event) => event.correctsId !== null || event.odometer?.void).length,
    }))
    .toSorted((a, b) => a.month.localeCompare(b.month));
}

function readingOf({ date, odometer, odometerM, type }: StoredEvent): Told['readings'] {
  return odometerM === null || odometer?.void ? [] : [{ date, odometerM, type }];
}

/** Work, inspections and what else was chosen; fills and bare readings are told by the figures and the curve. */
function entryOf(event: StoredEvent, { contents, format }: Showing): SharedEntry[] {
  const { energy, reminder, reminderStep, cost } = factsOf(event);
  const shown = sharedData(event, contents);
  if (!shown || energy || reminder || reminderStep || eventType(event.type)?.needsOdometer) return [];
  const { date, type, odometer } = event;
  return [
    {
      date,
      type,
      summary: summaryOf(shown, format),
      odometer,
      cost: contents.costs && cost ? moneyFromMinor(cost.amountMinor, cost.currency) : null,
      notes: contents.notes ? event.notes : null,
      recordedOn: firstRecordedAt(event).slice(0, 10),
    },
  ];
}

/** Everything that was put right: a history in which nothing ever was would be the odd one. */
function correctionsIn(events: readonly StoredEvent[], showing: Showing): SharedCorrection[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event) => {
    const target = event.correctsId === null ? undefined : byId.get(event.correctsId);
    if (!target) return event.odometer?.void ? [correction('void', event, { before: event, showing })] : [];
    const isVoid = event.odometer?.void === true && target.odometer?.void !== true;
    const kind = eventType(event.type)?.hides ? 'retracted' : isVoid ? 'void' : 'corrected';
    return [correction(kind, event, { before: target, showing })];
  });
}

function correction(
  kind: SharedCorrection['kind'],
  event: StoredEvent,
  { before, showing }: { readonly before: StoredEvent; readonly showing: Showing },
): SharedCorrection {
  const isNew = before === event || kind === 'retracted';
  const was = linesOf(before, showing);
  const became = isNew ? [] : linesOf(event, showing);
  return {
    date: before.date,
    type: before.type,
    kind,
    before: lineOf(was, became),
    after: lineOf(became, was),
    reason: showing.contents.notes ? event.reason : null,
    daysLater: Math.floor((Date.parse(firstRecordedAt(event)) - Date.parse(firstRecordedAt(before))) / dayMs),
  };
}

/** What an event says, and its reading. */
function linesOf(event: StoredEvent, { contents, format }: Showing): string[] {
  const shown = sharedData(event, contents);
  const said = shown && summaryOf(shown, format);
  const reading = event.odometer && format.distance(event.odometer);
  return [said, reading].filter((line): line is string => Boolean(line));
}

/** Without what the other version says as well; all of it where what differs is nothing that is shown. */
function lineOf(lines: readonly string[], other: readonly string[]): string | null {
  const own = lines.filter((line) => !other.includes(line));
  return (own.length > 0 ? own : lines).join(', ') || null;
}

function validUntil(newestFirst: readonly StoredEvent[]): string | null {
  const until = newestFirst.flatMap((event) => {
    const isInspection = factsOf(event).service?.kinds.includes('inspection');
    const said = isInspection && event.data['validUntil'];
    return typeof said === 'string' ? [said] : [];
  });
  return until[0] ?? null;
}
