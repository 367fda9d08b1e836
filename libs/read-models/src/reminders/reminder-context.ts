import type { LifeFact, ReminderFact, ReminderStepFact, ServiceFact } from '@odolog/events';
import { usageOf, type MeterReading, type ReminderContext } from '@odolog/vehicle';
import type { Ahead } from './read-replacements.js';
import { inTrueDistance } from './true-distance.js';

/** After every date there is. */
const latest = '9999-12-31';

/** What an event says that reminders are judged by. */
export interface ReminderRow {
  readonly eventId: string;
  readonly rootId: string;
  readonly date: string;
  /** The event's own valid reading, or else the last valid one up to its day. */
  readonly odometerM: number | null;
  /** The day of that reading. */
  readonly readOn: string | null;
  readonly void: boolean;
  readonly reminder: ReminderFact | null;
  readonly service: ServiceFact | null;
  readonly step: ReminderStepFact | null;
  readonly runtimeMin: number | null;
  readonly life: LifeFact['stage'] | null;
}

/** Rows of one vehicle, in their order; odometers as true distance, which goes on where one was replaced. */
export function contextOf(
  rows: readonly ReminderRow[],
  readings: readonly MeterReading[],
  ahead: Ahead,
): ReminderContext {
  const known = withMeters(rows, ahead);
  const hours = rows.flatMap(({ date, runtimeMin }) =>
    runtimeMin === null ? [] : [{ date, value: runtimeMin }],
  );
  return {
    reminders: known.flatMap(({ row, ...at }) =>
      row.reminder
        ? [
            {
              ...at,
              id: row.rootId,
              eventId: row.eventId,
              fact: inTrueDistance(row.reminder, ahead(row.date)),
            },
          ]
        : [],
    ),
    services: known.flatMap(({ row, ...at }) =>
      row.service
        ? [{ ...at, void: row.void, kinds: row.service.kinds, reminderIds: row.service.reminderIds ?? [] }]
        : [],
    ),
    steps: known.flatMap(({ row, ...at }) => (row.step ? [{ ...at, fact: row.step }] : [])),
    odometer: usageOf(readings.map(({ date, value }) => ({ date, value: value + ahead(date) }))),
    runtime: usageOf(hours),
    aheadM: ahead(latest),
    gone: !['acquired', undefined].includes(rows.findLast(({ life }) => life !== null)?.life ?? undefined),
  };
}

/** Each row with true distance, and with what the hours meter showed last. */
function withMeters(rows: readonly ReminderRow[], ahead: Ahead) {
  let last: number | null = null;
  return rows.map((row) => {
    last = row.runtimeMin ?? last;
    const { date, odometerM, readOn } = row;
    const trueM = odometerM === null || readOn === null ? null : odometerM + ahead(readOn);
    return { row, date, odometerM: trueM, runtimeMin: last };
  });
}
