import type { LifeFact, ReminderFact, ReminderStepFact, ServiceFact } from '@odolog/events';
import { usageOf, type MeterReading, type ReminderContext } from '@odolog/vehicle';
import type { Ahead } from './read-replacements.js';
import { inTrueMeasures, untilTrueDistance } from './true-measures.js';

/** After every date there is. */
const latest = '9999-12-31';

/** What an event says that reminders are judged by. */
export interface ReminderRow {
  readonly eventId: string;
  readonly rootId: string;
  readonly date: string;
  readonly orderVersion: number;
  /** The event's own valid reading, or else the last valid one up to its day. */
  readonly odometerM: number | null;
  /** The day of that reading. */
  readonly readOn: string | null;
  readonly void: boolean;
  readonly reminder: ReminderFact | null;
  readonly service: ServiceFact | null;
  readonly step: ReminderStepFact | null;
  /** What the hours meter showed, where that counts. */
  readonly runtimeMin: number | null;
  /** What true hours gain where the meter was replaced. */
  readonly runtimeStepMin: number;
  readonly life: LifeFact['stage'] | null;
}

/** Rows of one vehicle, in their order; meters as true distance and true hours, which go on where one was replaced. */
export function contextOf(
  rows: readonly ReminderRow[],
  readings: readonly MeterReading[],
  ahead: Ahead,
): ReminderContext {
  const known = withMeters(rows, ahead);
  const hours = known.flatMap(({ row, date, runtimeMin }) =>
    row.runtimeMin === null || runtimeMin === null ? [] : [{ date, value: runtimeMin }],
  );
  return {
    reminders: known.flatMap(({ row, aheadMin, ...at }) =>
      row.reminder
        ? [
            {
              ...at,
              id: row.rootId,
              eventId: row.eventId,
              sequence: row.orderVersion,
              fact: inTrueMeasures(row.reminder, { aheadM: ahead(row.date), aheadMin }),
            },
          ]
        : [],
    ),
    services: known.flatMap(({ row, aheadMin: _, ...at }) =>
      row.service
        ? [
            {
              ...at,
              sequence: row.orderVersion,
              void: row.void,
              kinds: row.service.kinds,
              reminderIds: row.service.reminderIds ?? [],
            },
          ]
        : [],
    ),
    steps: known.flatMap(({ row, aheadMin: _, ...at }) =>
      row.step ? [{ ...at, fact: untilTrueDistance(row.step, ahead(row.date)) }] : [],
    ),
    odometer: usageOf(readings.map(({ date, value }) => ({ date, value: value + ahead(date) }))),
    runtime: usageOf(hours),
    aheadM: ahead(latest),
    aheadMin: known.at(-1)?.aheadMin ?? 0,
    gone: !['acquired', undefined].includes(rows.findLast(({ life }) => life !== null)?.life ?? undefined),
  };
}

/** Each row with true distance, and with the true hours that are known by then. */
function withMeters(rows: readonly ReminderRow[], ahead: Ahead) {
  let runtimeMin: number | null = null;
  let aheadMin = 0;
  return rows.map((row) => {
    aheadMin += row.runtimeStepMin;
    if (row.runtimeMin !== null) runtimeMin = row.runtimeMin + aheadMin;
    const { date, odometerM, readOn } = row;
    const trueM = odometerM === null || readOn === null ? null : odometerM + ahead(readOn);
    return { row, date, odometerM: trueM, runtimeMin, aheadMin };
  });
}
