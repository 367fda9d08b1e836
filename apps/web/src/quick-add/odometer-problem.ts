import type { ProblemBody } from '@/api/api-problem';
import type { OdometerReading } from '@/api/schema.gen';

export type WayOutReading = Pick<OdometerReading, 'value' | 'unit'>;

export interface Neighbour {
  readonly eventId: string;
  readonly date: string;
  readonly odometer: WayOutReading;
}

export type WayOut =
  | { readonly kind: 'unit-mix-up' | 'digits-swapped'; readonly odometer: WayOutReading }
  | { readonly kind: 'correct-neighbour'; readonly eventId: string }
  | { readonly kind: 'void' }
  | { readonly kind: 'replacement'; readonly oldFinal?: WayOutReading };

/** The API's answer to a reading that no neighbours have room for. */
export interface OutOfOrder extends ProblemBody {
  readonly reading: WayOutReading;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly waysOut: readonly WayOut[];
}

export function isOutOfOrder(body: ProblemBody): body is OutOfOrder {
  return body.code === 'odometer-out-of-order' && Array.isArray(body.waysOut);
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

const edge = { left: 8, right: 312 };

export function problemScale({
  reading,
  previous,
  next,
}: Pick<OutOfOrder, 'reading' | 'previous' | 'next'>): ProblemScale {
  const past = next && metres(reading) > metres(next.odometer) ? 'next' : 'previous';
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

/** How far the reading is beyond the neighbour that it is past, in metres. */
export function beyondM({
  reading,
  previous,
  next,
}: Pick<OutOfOrder, 'reading' | 'previous' | 'next'>): number {
  const neighbour = problemScale({ reading, previous, next }).past === 'next' ? next : previous;
  return neighbour ? Math.abs(metres(reading) - metres(neighbour.odometer)) : 0;
}

const metres = ({ value, unit }: WayOutReading) => value * (unit === 'mi' ? 1609.344 : 1000);
