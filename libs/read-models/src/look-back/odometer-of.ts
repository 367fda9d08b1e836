import type { OdometerStep } from '@odolog/vehicle';
import type { HistoricReading, OdometerHistory } from '../odometer-readings/odometer-history.js';
import { readingInForce } from '../reading-in-force.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Past } from './read-past.js';
import type { PastEvent } from './read-stream-then.js';

/** Where the odometer was replaced, and what true distance gained by it. */
export function replacementsOf({ standing }: Pick<Past, 'standing'>): readonly OdometerStep[] {
  return standing.flatMap((fact) => {
    const { date, occurredAt, orderVersion: sequence } = fact.event;
    const stepM = odometerStepM(fact);
    return stepM === 0 ? [] : { date, occurredAt, sequence, stepM };
  });
}

/** A valid reading, oldest first, with the distance that one odometer would have counted from the first one on. */
export interface ValidReading {
  readonly event: PastEvent;
  readonly odometerM: number;
  readonly trueM: number;
}

/** The valid readings that stood, oldest first. */
export function validReadingsOf({ standing }: Pick<Past, 'standing'>): ValidReading[] {
  let aheadM: number | undefined;
  return standing.flatMap((fact) => {
    const { odometer, odometerM } = fact.event;
    if (odometer === null || odometerM === null || odometer.void) return [];
    // what the first reading replaced lies before all that is counted
    aheadM = aheadM === undefined ? 0 : aheadM + odometerStepM(fact);
    return { event: fact.event, odometerM, trueM: odometerM + aheadM };
  });
}

/** True metres from the first of these readings to the last one. */
export function distanceOf(readings: readonly ValidReading[]): number {
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last ? last.trueM - first.trueM : 0;
}

/** The readings that stood, newest first, void ones among them, and what was in force; with `from` those of that day or later. */
export function odometerOf(
  past: Pick<Past, 'standing'>,
  { today, from = '' }: { readonly today: string; readonly from?: string | undefined },
): OdometerHistory {
  const trueM = new Map(validReadingsOf(past).map((reading) => [reading.event.id, reading.trueM]));
  const readings = past.standing.flatMap(({ event }): HistoricReading[] => {
    const { id: eventId, date, occurredAt, timeKnown, odometer, odometerM } = event;
    if (odometer === null || odometerM === null || date < from) return [];
    const isVoid = odometer.void === true;
    const typed = { value: odometer.value, unit: odometer.unit, ...(isVoid && { void: true }) };
    const place = { eventId, date, occurredAt, timeKnown };
    return [{ ...place, odometer: typed, odometerM, trueM: trueM.get(eventId) ?? null, void: isVoid }];
  });
  const newestFirst = readings.toReversed();
  return { readings: newestFirst, current: readingInForce(newestFirst, today) };
}
