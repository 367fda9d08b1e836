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
  /** Record an `hours-meter-replacement`, of its day, and then the hours again: as of a replaced odometer. */
  | {
      readonly kind: 'replacement';
      readonly oldFinalHours?: number;
      readonly newFirstHours?: number;
      readonly occurredAt?: string;
    };

/**
 * The ways out of an hours meter's problem, likeliest first; corrected hours only where they fit between both neighbours.
 * @param minutes of the reading
 * @param at when it was taken, RFC 3339, where its time is known
 */
export function hoursWaysOut(minutes: number, neighbours: HoursNeighbours, at?: string): HoursWayOut[] {
  const violated = violatedBy(minutes, neighbours);
  return [
    ...asTenths(minutes, neighbours),
    ...violated.map(({ eventId }): HoursWayOut => ({ kind: 'correct-neighbour', eventId })),
    { kind: 'void' },
    { kind: 'replacement', ...replaced(minutes, neighbours, at) },
  ];
}

/** Only between two neighbours: with one side open too much would fit. */
function asTenths(minutes: number, neighbours: HoursNeighbours): HoursWayOut[] {
  const hours = minutes / 600;
  const fits = neighbours.previous && neighbours.next && violatedBy(hours * 60, neighbours).length === 0;
  return fits ? [{ kind: 'tenths', hours: Math.round(hours * 10) / 10 }] : [];
}

function replaced(
  minutes: number,
  { previous, next }: HoursNeighbours,
  at: string | undefined,
): Omit<Extract<HoursWayOut, { kind: 'replacement' }>, 'kind'> {
  // rounded up: the old meter cannot have shown less
  if (previous && minutes < previous.minutes) return { oldFinalHours: Math.ceil(previous.minutes / 6) / 10 };
  if (!next || minutes <= next.minutes) return {};
  return {
    oldFinalHours: Math.ceil(minutes / 0.6) / 100,
    newFirstHours: Math.floor(next.minutes / 6) / 10,
    ...(at !== undefined && { occurredAt: new Date(Date.parse(at) + 1).toISOString() }),
  };
}

function violatedBy(minutes: number, { previous, next }: HoursNeighbours): HoursNeighbour[] {
  return [
    ...(previous && minutes < previous.minutes ? [previous] : []),
    ...(next && minutes > next.minutes ? [next] : []),
  ];
}
