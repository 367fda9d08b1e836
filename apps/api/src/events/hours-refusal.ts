import type { EventToAppend, NeighbourHours } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { hoursWaysOut, type HoursWayOut } from '@odolog/vehicle';

interface Neighbours {
  readonly previous: NeighbourHours | null;
  readonly next: NeighbourHours | null;
}

/**
 * Hours that do not fit: both neighbours with their dates, and what a person can do about it.
 *
 * @param at where the event stands in the body, as a JSON pointer
 */
export function hoursOutOfOrder(event: EventToAppend, { previous, next }: Neighbours, at: string): Problem {
  const read = readOf(event, previous);
  const [before, after] = [previous, next].map((neighbour) => neighbour && shown(neighbour));
  const where = between(before ?? null, after ?? null);
  if (!read) {
    return new Problem('hours-out-of-order', {
      detail: `The hours would not fit ${where}`,
      reading: null,
      previous: before,
      next: after,
      waysOut: [previous, next].flatMap((neighbour) =>
        neighbour ? [{ kind: 'correct-neighbour', eventId: neighbour.eventId }] : [],
      ),
    });
  }
  const detail = `${hoursOf(read.minutes)} h does not fit ${where}`;
  return new Problem('hours-out-of-order', {
    detail,
    reading: { hours: hoursOf(read.minutes) },
    previous: before,
    next: after,
    waysOut: waysOutOf(read, { previous, next }, event.timeKnown ? event.occurredAt : undefined),
    errors: [{ pointer: `${at}/data/${read.field}`, code: 'hours-out-of-order', detail }],
  });
}

/** Of a replacement neither of its numbers can be void, and it needs none before it: what is in the way can be corrected. */
function waysOutOf(
  { minutes, field }: { minutes: number; field: string },
  { previous, next }: Neighbours,
  at: string | undefined,
): HoursWayOut[] {
  if (field === 'hours') return hoursWaysOut(minutes, { previous, next }, at);
  const inTheWay = field === 'oldFinalHours' ? previous : next;
  return inTheWay ? [{ kind: 'correct-neighbour', eventId: inTheWay.eventId }] : [];
}

/** Which number of the event does not fit; none of one that only hides or brings back another. */
function readOf(
  event: EventToAppend,
  previous: NeighbourHours | null,
): { readonly minutes: number; readonly field: string } | undefined {
  const { runtime } = factsOf(event);
  if (!runtime) return undefined;
  const { minutes, replacedMin } = runtime;
  if (replacedMin === undefined) return { minutes, field: 'hours' };
  return previous && replacedMin < previous.minutes
    ? { minutes: replacedMin, field: 'oldFinalHours' }
    : { minutes, field: 'newFirstHours' };
}

type Shown = ReturnType<typeof shown>;

function shown({ eventId, date, minutes }: NeighbourHours) {
  return { eventId, date, hours: hoursOf(minutes) };
}

/** To a hundredth: of a minute that is more than enough. */
function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

function between(previous: Shown | null, next: Shown | null): string {
  const said = ({ hours, date }: Shown) => `${hours} h on ${date}`;
  if (previous && next) return `between ${said(previous)} and ${said(next)}`;
  if (previous) return `after ${said(previous)}`;
  return next ? `before ${said(next)}` : 'here';
}
