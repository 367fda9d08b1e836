/** Hours that count beside the place where others want to go. */
export interface HoursNeighbour {
  readonly eventId: string;
  readonly minutes: number;
}

/** The hours before and after, by date, instant and order. */
export interface HoursNeighbours {
  readonly previous: HoursNeighbour | null;
  readonly next: HoursNeighbour | null;
}

/** What a person can do about hours that do not fit. */
export type HoursWayOut =
  /** The last wheel of a meter counts tenths: read as whole hours, this is how they fit. */
  | { readonly kind: 'tenths'; readonly hours: number }
  | { readonly kind: 'correct-neighbour'; readonly eventId: string }
  | { readonly kind: 'void' }
  /** Record an `hours-meter-replacement` before it; the old one showed this at least, where hours before are in the way. */
  | { readonly kind: 'replacement'; readonly oldFinalHours?: number };

/**
 * The ways out of an hours meter's problem, likeliest first; corrected hours only where they fit between both neighbours.
 * @param minutes of the reading
 */
export function hoursWaysOut(minutes: number, neighbours: HoursNeighbours): HoursWayOut[] {
  const violated = violatedBy(minutes, neighbours);
  return [
    ...asTenths(minutes, neighbours),
    ...violated.map(({ eventId }): HoursWayOut => ({ kind: 'correct-neighbour', eventId })),
    { kind: 'void' },
    { kind: 'replacement', ...oldFinalOf(minutes, neighbours) },
  ];
}

/** Only between two neighbours: with one side open too much would fit. */
function asTenths(minutes: number, neighbours: HoursNeighbours): HoursWayOut[] {
  const hours = minutes / 600;
  const fits = neighbours.previous && neighbours.next && violatedBy(hours * 60, neighbours).length === 0;
  return fits ? [{ kind: 'tenths', hours: Math.round(hours * 10) / 10 }] : [];
}

function oldFinalOf(minutes: number, { previous }: HoursNeighbours): { oldFinalHours?: number } {
  if (!previous || minutes >= previous.minutes) return {};
  // rounded up: the old meter cannot have shown less
  return { oldFinalHours: Math.ceil(previous.minutes / 6) / 10 };
}

function violatedBy(minutes: number, { previous, next }: HoursNeighbours): HoursNeighbour[] {
  return [
    ...(previous && minutes < previous.minutes ? [previous] : []),
    ...(next && minutes > next.minutes ? [next] : []),
  ];
}
