import { distanceFromM, distanceM, type Distance, type DistanceUnit } from '@odolog/units';

/** A valid reading beside the place where another wants to go. */
export interface Neighbour {
  readonly eventId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly odometerM: number;
}

/** The valid readings before and after, by date, instant and order. */
export interface Neighbours {
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** What a person can do about a reading that does not fit. */
export type WayOut =
  /** The number was read in the other unit: this is what it comes to in the unit that was said. */
  | { readonly kind: 'unit-mix-up'; readonly odometer: Distance }
  /** Two neighbouring digits were swapped: this is how they fit. */
  | { readonly kind: 'digits-swapped'; readonly odometer: Distance }
  /** The last wheel counts tenths, and was typed like the others. */
  | { readonly kind: 'tenths'; readonly odometer: Distance }
  /** One digit was typed too many: this is how it fits without. */
  | { readonly kind: 'digit-too-many'; readonly odometer: Distance }
  /** It is of the same day as the reading in the way, and nobody said when it was: with its time it may fit. */
  | { readonly kind: 'say-when'; readonly eventId: string }
  | { readonly kind: 'correct-neighbour'; readonly eventId: string }
  | { readonly kind: 'void' }
  /**
   * Record an `odometer-replacement`, of its day, and then the reading again. Where a reading before is in the way, the old one
   * showed that at least, and the replacement comes first. Where one after is, the old one showed the reading, the new one at
   * most what is in the way, and the replacement comes behind the reading: at `occurredAt`, where its time is known.
   */
  | {
      readonly kind: 'replacement';
      readonly oldFinal?: Distance;
      readonly newFirst?: Distance;
      readonly occurredAt?: string;
    };

const otherUnit: Readonly<Record<DistanceUnit, DistanceUnit>> = { km: 'mi', mi: 'km' };
/** How far the ratio of the reading to its neighbour may be from miles to kilometres, or back, to look like a mix-up. */
const mixUpTolerance = 0.05;

/** When a reading was taken: on a day at no known time, or at an instant (RFC 3339). */
export type TakenOn = { readonly untimedOn: string } | { readonly at: string };

/** The ways out of an odometer problem, likeliest first; corrected values only where they fit between the neighbours. */
export function waysOut(reading: Distance, neighbours: Neighbours, taken?: TakenOn): WayOut[] {
  const untimedOn = taken && 'untimedOn' in taken ? taken.untimedOn : undefined;
  const violated = violatedBy(distanceM(reading), neighbours);
  return [
    ...[mixedUp(reading, violated), slipped(reading, neighbours)]
      .flat()
      .filter(({ odometer }) => fits(odometer, neighbours)),
    ...violated
      .filter(({ date }) => date === untimedOn)
      .map(({ eventId }): WayOut => ({ kind: 'say-when', eventId })),
    ...violated.map(({ eventId }): WayOut => ({ kind: 'correct-neighbour', eventId })),
    { kind: 'void' },
    { kind: 'replacement', ...replaced(reading, neighbours, taken) },
  ];
}

function replaced(
  { value, unit }: Distance,
  { previous, next }: Neighbours,
  taken: TakenOn | undefined,
): Omit<Extract<WayOut, { kind: 'replacement' }>, 'kind'> {
  const metres = distanceM({ value, unit });
  const tenths = (round: (tenths: number) => number, odometerM: number): Distance => ({
    value: round(distanceFromM(odometerM, unit) * 10) / 10,
    unit,
  });
  // rounded up: the old odometer cannot have shown less
  if (previous && metres < previous.odometerM) return { oldFinal: tenths(Math.ceil, previous.odometerM) };
  if (!next || metres <= next.odometerM) return {};
  return {
    oldFinal: { value, unit },
    newFirst: tenths(Math.floor, next.odometerM),
    ...(taken && 'at' in taken && { occurredAt: new Date(Date.parse(taken.at) + 1).toISOString() }),
  };
}

type Suggestion = Extract<WayOut, { odometer: Distance }>;

function mixedUp(reading: Distance, violated: readonly Neighbour[]): Suggestion[] {
  const metres = distanceM({ value: reading.value, unit: otherUnit[reading.unit] });
  const near = violated.some(({ odometerM }) => Math.abs(metres / odometerM - 1) <= mixUpTolerance);
  const value = Math.round(distanceFromM(metres, reading.unit));
  return near ? [{ kind: 'unit-mix-up', odometer: { value, unit: reading.unit } }] : [];
}

/** Only where both neighbours hold the value between them, and only where one slip explains it: a guess between many helps nobody. */
function slipped({ value, unit }: Distance, neighbours: Neighbours): Suggestion[] {
  if (!neighbours.previous || !neighbours.next) return [];
  const digits = Array.from(String(Math.trunc(value)));
  const swaps = digits
    .slice(1)
    .map((digit, index) => digits.with(index, digit).with(index + 1, digits[index] ?? ''));
  const tenths = { value: Math.round(value) / 10, unit };
  const shorter = digits.map((_, index) => digits.toSpliced(index, 1));
  return [
    ...onlyFitting('digits-swapped', swaps, { unit, neighbours }),
    ...(fits(tenths, neighbours)
      ? [{ kind: 'tenths', odometer: tenths } as const]
      : onlyFitting('digit-too-many', shorter, { unit, neighbours })),
  ];
}

function onlyFitting(
  kind: 'digits-swapped' | 'digit-too-many',
  candidates: readonly (readonly string[])[],
  { unit, neighbours }: { readonly unit: DistanceUnit; readonly neighbours: Neighbours },
): Suggestion[] {
  const values = candidates.map((digits) => Number(digits.join('')));
  const [only, ...others] = new Set(values.filter((value) => fits({ value, unit }, neighbours)));
  return only !== undefined && others.length === 0 ? [{ kind, odometer: { value: only, unit } }] : [];
}

function fits(odometer: Distance, neighbours: Neighbours): boolean {
  return violatedBy(distanceM(odometer), neighbours).length === 0;
}

function violatedBy(metres: number, { previous, next }: Neighbours): Neighbour[] {
  return [
    ...(previous && metres < previous.odometerM ? [previous] : []),
    ...(next && metres > next.odometerM ? [next] : []),
  ];
}
