import type { Cell } from '@odolog/csv';
import type { TimelineEvent } from '@odolog/event-store';
import { factsOf, summaryOf, type Format } from '@odolog/events';
import { moneyFromMinor } from '@odolog/units';

/** What an event alone does not tell. */
export interface EventContext {
  readonly format: Format;
  /** Of the vehicle. */
  readonly timeZone: string;
  /** By their ids. */
  readonly people: ReadonlyMap<string, string>;
  /** By their ids, as they are called in the archive. */
  readonly files: ReadonlyMap<string, string>;
  /** What keeps an event from standing, by its id. */
  readonly supersededBy: ReadonlyMap<string, { readonly id: string; readonly reason: string | null }>;
}

type Column = (event: TimelineEvent, context: EventContext) => Cell;

const cost = (event: TimelineEvent) => factsOf(event).cost;
const energy = (event: TimelineEvent) => factsOf(event).energy;

/** The names are the same in every language: programs know them, and the README says what they mean. */
const columns: Readonly<Record<string, Column>> = {
  date: ({ date }) => date,
  time: ({ timeKnown, occurredAt }, { timeZone }) => (timeKnown ? timeIn(timeZone, occurredAt) : null),
  type: ({ type }) => type,
  status: ({ status }) => status,
  summary: (event, { format }) => summaryOf(event, format),
  amount: (event) => amountOf(cost(event)),
  currency: (event) => cost(event)?.currency ?? null,
  category: (event) => cost(event)?.category ?? null,
  odometer: ({ odometer }) => odometer?.value ?? null,
  odometerUnit: ({ odometer }) => odometer?.unit ?? null,
  odometerM: ({ odometerM }) => odometerM,
  odometerVoid: ({ odometer }) => (odometer?.void ? 'void' : null),
  energy: (event) => energy(event)?.kind ?? null,
  quantity: ({ data }) => measureIn(data)?.value ?? null,
  quantityUnit: ({ data }) => measureIn(data)?.unit ?? null,
  volumeMl: (event) => energy(event)?.volumeMl ?? null,
  energyWh: (event) => energy(event)?.energyWh ?? null,
  notes: ({ notes }) => notes,
  files: ({ data }, { files }) => filesIn(data, files),
  reason: ({ id, reason }, { supersededBy }) => supersededBy.get(id)?.reason ?? reason,
  occurredAt: ({ timeKnown, occurredAt }) => (timeKnown ? occurredAt : null),
  recordedAt: ({ recordedAt }) => recordedAt,
  recordedBy: ({ recordedBy }, { people }) => people.get(recordedBy) ?? null,
  source: ({ source }) => source,
  version: ({ version }) => version,
  id: ({ id }) => id,
  correctsId: ({ correctsId }) => correctsId,
  supersededById: ({ id }, { supersededBy }) => supersededBy.get(id)?.id ?? null,
  data: ({ data }) => JSON.stringify(data),
};

export const eventHead: readonly string[] = Object.keys(columns);

/** An event as a row of a table: what was typed, what it comes to in canonical units, and how it stands. */
export function eventRow(event: TimelineEvent, context: EventContext): readonly Cell[] {
  return Object.values(columns).map((cellOf) => cellOf(event, context));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function timeIn(timeZone: string, instant: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  clocks.set(timeZone, clock);
  return clock.format(new Date(instant));
}

/** With its currency's decimals; a number, so that it adds up. */
function amountOf(paid: ReturnType<typeof cost>): number | null {
  return paid ? Number(moneyFromMinor(paid.amountMinor, paid.currency).amount) : null;
}

interface Measure {
  readonly value: number;
  readonly unit: string;
}

/** What went in, as it was typed. */
function measureIn({ volume, added }: TimelineEvent['data']): Measure | undefined {
  return (volume ?? added) as Measure | undefined;
}

/** Only those that are in the archive: what was handed over left its files behind. */
function filesIn({ receiptId, fileIds }: TimelineEvent['data'], files: EventContext['files']): string | null {
  const ids = [receiptId, ...((fileIds as string[] | undefined) ?? [])] as (string | undefined)[];
  const named = ids.map((id) => files.get(id?.toLowerCase() ?? '')).filter((name) => name !== undefined);
  return named.length > 0 ? named.join('; ') : null;
}
