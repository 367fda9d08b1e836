import type { AppendOutcome, EventToAppend, NeighbourReading } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { distanceFromM, type Distance, type DistanceUnit } from '@odolog/units';
import { waysOut, type WayOut } from '@odolog/vehicle';
import { hoursOutOfOrder } from './hours-refusal.js';

/** An outcome by which nothing was recorded. */
export type Refusal = Exclude<AppendOutcome, { status: 'appended' | 'duplicate' }>;

export function isAccepted(outcome: AppendOutcome): outcome is Exclude<AppendOutcome, Refusal> {
  return outcome.status === 'appended' || outcome.status === 'duplicate';
}

/**
 * Why the store did not take an event, as the client is told.
 *
 * @param at where the event stands in the body, as a JSON pointer
 */
export function refusalOf(event: EventToAppend, outcome: Refusal, at = ''): Problem {
  switch (outcome.status) {
    case 'version-conflict':
      return new Problem('version-conflict', { currentVersion: outcome.version });
    case 'odometer-out-of-order':
      return outOfOrder(event, outcome, at);
    case 'hours-out-of-order':
      return hoursOutOfOrder(event, outcome, at);
    case 'id-reused':
      return new Problem('idempotency-key-reused');
    case 'target-superseded':
      return new Problem('event-superseded');
    // it was there a moment ago, and its stream is closed
    case 'unknown-vehicle':
      return new Problem('vehicle-handed-over');
    case 'unknown-target':
      return new Problem('not-found');
  }
}

interface Neighbours {
  readonly previous: NeighbourReading | null;
  readonly next: NeighbourReading | null;
}

/** Names both neighbours with their dates, and what a person can do about it. */
function outOfOrder(event: EventToAppend, { previous, next }: Neighbours, at: string): Problem {
  const read = readOf(event, previous);
  if (!read) return leavesDisorder({ previous, next });
  const { reading, field, waysOut: ways } = read;
  const [before, after] = [previous, next].map((neighbour) => neighbour && shown(neighbour, reading));
  const detail = `${reading.value} ${reading.unit} does not fit ${between(before ?? null, after ?? null)}`;
  return new Problem('odometer-out-of-order', {
    detail,
    reading,
    previous: before,
    next: after,
    waysOut: ways({ previous, next }),
    errors: [{ pointer: `${at}/${field}/value`, code: 'odometer-out-of-order', detail }],
  });
}

interface Read {
  readonly reading: Distance;
  readonly field: string;
  readonly waysOut: (neighbours: Neighbours) => WayOut[];
}

/** Which number of the event does not fit; none of one that only hides or brings back another. */
function readOf(
  { odometer, data, timeKnown, ...event }: EventToAppend,
  previous: Neighbours['previous'],
): Read | undefined {
  if (!odometer) return undefined;
  const reading: Distance = { value: odometer.value, unit: odometer.unit };
  const finalM = factsOf({ ...event, data }).odometerReplaced?.finalM;
  const taken = timeKnown ? { at: event.occurredAt } : { untimedOn: event.date };
  if (finalM === undefined)
    return { reading, field: 'odometer', waysOut: (between) => waysOut(reading, between, taken) };
  // neither number of a replacement can be void, and it needs no other before it: what is in the way can be corrected
  const correcting = (neighbour: NeighbourReading | null): WayOut[] =>
    neighbour ? [{ kind: 'correct-neighbour', eventId: neighbour.eventId }] : [];
  return previous && finalM < previous.odometerM
    ? {
        reading: data['oldFinal'] as Distance,
        field: 'data/oldFinal',
        waysOut: (at) => correcting(at.previous),
      }
    : { reading, field: 'data/newFirst', waysOut: (at) => correcting(at.next) };
}

/** What is hidden or brought back carries no reading of its own; what it would leave does not follow on each other. */
function leavesDisorder({ previous, next }: Neighbours): Problem {
  const [before, after] = [previous, next].map((neighbour) => neighbour && shown(neighbour, { unit: 'km' }));
  const detail = `The readings would not fit ${between(before ?? null, after ?? null)}`;
  return new Problem('odometer-out-of-order', {
    detail,
    reading: null,
    previous: before,
    next: after,
    waysOut: [previous, next].flatMap((neighbour) =>
      neighbour ? [{ kind: 'correct-neighbour', eventId: neighbour.eventId }] : [],
    ),
  });
}

type Shown = ReturnType<typeof shown>;

/** In the unit that the person typed, to a tenth: as odometers show it. To the metre where a tenth would be what was typed. */
function shown(
  { eventId, date, odometerM }: NeighbourReading,
  { value: typed, unit }: { readonly value?: number; readonly unit: DistanceUnit },
) {
  const exact = distanceFromM(odometerM, unit);
  const tenths = Math.round(exact * 10) / 10;
  const value = tenths === typed ? Math.round(exact * 1000) / 1000 : tenths;
  return { eventId, date, odometer: { value, unit } };
}

function between(previous: Shown | null, next: Shown | null): string {
  const said = ({ odometer, date }: Shown) => `${odometer.value} ${odometer.unit} on ${date}`;
  if (previous && next) return `between ${said(previous)} and ${said(next)}`;
  if (previous) return `after ${said(previous)}`;
  return next ? `before ${said(next)}` : 'here';
}
