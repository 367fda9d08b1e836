import type { ProblemBody } from '@/api/api-problem';

/** What an odometer showed, or an hours meter. */
export interface Reading {
  readonly value: number;
  readonly unit: 'km' | 'mi' | 'h';
}

export interface Neighbour {
  readonly eventId: string;
  readonly date: string;
  readonly reading: Reading;
}

export type WayOut =
  | { readonly kind: 'unit-mix-up' | 'digits-swapped' | 'tenths'; readonly reading: Reading }
  | { readonly kind: 'correct-neighbour'; readonly eventId: string }
  | { readonly kind: 'void' }
  | { readonly kind: 'replacement'; readonly oldFinal?: Reading };

/** A reading that no neighbours have room for. */
export interface OutOfOrder {
  readonly meter: 'odometer' | 'hours';
  readonly reading: Reading;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly waysOut: readonly WayOut[];
}

type Answered = Readonly<Record<string, unknown>> & { readonly kind?: WayOut['kind'] };

/** What the API answered, of either meter in one shape; undefined when it is another problem. */
export function outOfOrderOf(body: ProblemBody): OutOfOrder | undefined {
  const meter = metersByCode[body.code];
  const { reading, previous, next, waysOut } = body as ProblemBody & Record<string, Answered | null>;
  if (!meter || !reading || !Array.isArray(waysOut)) return undefined;
  const read = meter === 'hours' ? hoursIn : odometerIn;
  const neighbour = (answered: Answered | null | undefined) =>
    answered ? ({ ...answered, reading: read(answered) } as unknown as Neighbour) : null;
  return {
    meter,
    reading: meter === 'hours' ? hoursIn(reading)! : (reading as unknown as Reading),
    previous: neighbour(previous),
    next: neighbour(next),
    waysOut: (waysOut as Answered[]).map((way) => wayOf(way, read)),
  };
}

const metersByCode: Readonly<Record<string, OutOfOrder['meter'] | undefined>> = {
  'odometer-out-of-order': 'odometer',
  'hours-out-of-order': 'hours',
};

function wayOf(way: Answered, read: (answered: Answered) => Reading | undefined): WayOut {
  if (way.kind !== 'replacement') return { ...way, reading: read(way) } as WayOut;
  const oldFinal = (way['oldFinal'] as Reading | undefined) ?? hours(way['oldFinalHours']);
  return { kind: 'replacement', ...(oldFinal && { oldFinal }) };
}

const odometerIn = (answered: Answered) => answered['odometer'] as Reading | undefined;
const hoursIn = (answered: Answered) => hours(answered['hours']);

function hours(value: unknown): Reading | undefined {
  return typeof value === 'number' ? { value, unit: 'h' } : undefined;
}

/** Places on a 320 wide rule. The stretch between the neighbours is drawn wide enough to read, whatever its length. */
export interface ProblemScale {
  readonly allowed: { readonly from: number; readonly to: number };
  readonly previous: number | null;
  readonly next: number | null;
  readonly reading: number;
  /** Which neighbour the reading is past. */
  readonly past: 'next' | 'previous';
}

type Drawn = Pick<OutOfOrder, 'reading' | 'previous' | 'next'>;

const edge = { left: 8, right: 312 };

export function problemScale({ reading, previous, next }: Drawn): ProblemScale {
  const past = next && amount(reading) > amount(next.reading) ? 'next' : 'previous';
  const at =
    past === 'next' ? { previous: 60, next: 180, reading: 290 } : { previous: 140, next: 260, reading: 30 };
  return {
    allowed: { from: previous ? at.previous : edge.left, to: next ? at.next : edge.right },
    previous: previous && at.previous,
    next: next && at.next,
    reading: at.reading,
    past,
  };
}

/** How far the reading is beyond the neighbour that it is past: metres, or hours. */
export function beyond({ reading, previous, next }: Drawn): number {
  const neighbour = problemScale({ reading, previous, next }).past === 'next' ? next : previous;
  return neighbour ? Math.abs(amount(reading) - amount(neighbour.reading)) : 0;
}

const perUnit = { km: 1000, mi: 1609.344, h: 1 };
const amount = ({ value, unit }: Reading) => value * perUnit[unit];
