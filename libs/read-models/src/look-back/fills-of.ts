import { fuelSegments, type Fill } from '@odolog/vehicle';
import { replacementsOf } from './odometer-of.js';
import type { Past } from './read-past.js';

/** The fills that stood, oldest first, and the segments between them. */
export function fillsOf(past: Pick<Past, 'standing'>) {
  const fills = past.standing.flatMap(({ event, facts: { energy } }): Fill[] => {
    if (!energy) return [];
    const { id: eventId, date, occurredAt, orderVersion: sequence } = event;
    const odometerM = event.odometer?.void ? null : event.odometerM;
    return [{ ...energy, eventId, date, occurredAt, sequence, odometerM }];
  });
  return { fills, ...fuelSegments(fills, replacementsOf(past)) };
}
