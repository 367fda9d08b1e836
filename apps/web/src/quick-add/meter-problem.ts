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
  | {
      readonly kind: 'unit-mix-up' | 'digits-swapped' | 'digit-too-many' | 'tenths';
      readonly reading: Reading;
    }
  | { readonly kind: 'correct-neighbour' | 'say-when'; readonly eventId: string }
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

/** Either meter as the API answers it: of a reading, a neighbour or a way out. */
interface Answered {
  readonly kind?: WayOut['kind'];
  readonly eventId?: string;
  readonly date?: string;
  readonly value?: number;
  readonly unit?: 'km' | 'mi';
  readonly odometer?: Reading;
  readonly hours?: number;
  readonly oldFinal?: Reading;
  readonly oldFinalHours?: number;
}

interface AnsweredProblem {
  readonly reading?: Answered | null;
  readonly previous?: Answered | null;
  readonly next?: Answered | null;
  readonly waysOut?: readonly Answered[];
}

/** What the API answered, of either meter in one shape; undefined when it is another problem. */
export function outOfOrderOf(body: ProblemBody): OutOfOrder | undefined {
  const meter = metersByCode[body.code];
  const { reading: answered, previous, next, waysOut } = body as ProblemBody & AnsweredProblem;
  const reading = answered && readIn(answered);
  if (!meter || !reading || !waysOut) return undefined;
  return {
    meter,
    reading,
    previous: neighbourIn(previous),
    next: neighbourIn(next),
    waysOut: waysOut.flatMap((way) => wayIn(way) ?? []),
  };
}

const metersByCode: Readonly<Record<string, OutOfOrder['meter'] | undefined>> = {
  'odometer-out-of-order': 'odometer',
  'hours-out-of-order': 'hours',
};

function readIn({ odometer, hours, value, unit }: Answered): Reading | undefined {
  if (value !== undefined && unit) return { value, unit };
  return odometer ?? inHours(hours);
}

function neighbourIn(answered: Answered | null | undefined): Neighbour | null {
  const { eventId, date } = answered ?? {};
  const reading = answered && readIn(answered);
  return reading && eventId !== undefined && date !== undefined ? { eventId, date, reading } : null;
}

/** Undefined for a way that this version of the pages does not know. */
function wayIn({ kind, eventId, oldFinal, oldFinalHours, ...answered }: Answered): WayOut | undefined {
  switch (kind) {
    case 'void':
      return { kind };
    case 'correct-neighbour':
    case 'say-when':
      return eventId === undefined ? undefined : { kind, eventId };
    case 'replacement': {
      const final = oldFinal ?? inHours(oldFinalHours);
      return { kind, ...(final && { oldFinal: final }) };
    }
    default: {
      const reading = readIn(answered);
      return kind && reading && { kind, reading };
    }
  }
}

function inHours(value: number | undefined): Reading | undefined {
  return value === undefined ? undefined : { value, unit: 'h' };
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
