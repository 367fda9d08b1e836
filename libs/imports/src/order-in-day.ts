import { distanceM, type Distance } from '@odolog/units';

/** Something that happened on a day, at a time that nobody wrote down. */
export interface Timeless {
  readonly date: string;
  readonly odometer?: Distance | undefined;
  /** When it was written down; only compared. */
  readonly added: string;
}

const metresPerMs = 100;
const hoursBeforeNoon = 11;
const firstPlace = -hoursBeforeNoon * 3_600_000;

/**
 * Oldest first. Within a day, in the order in which the rows were written, but readings ascend: without a time, the odometer
 * is the better witness of what came first.
 */
export function oldestFirst<Item extends Timeless>(items: readonly Item[]): Item[] {
  const days = Map.groupBy(items, ({ date }) => date);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, ofDay]) => inDay(ofDay));
}

function inDay<Item extends Timeless>(items: readonly Item[]): Item[] {
  const written = items.toSorted((a, b) => (a.added < b.added ? -1 : a.added > b.added ? 1 : 0));
  const ascending = written
    .filter(({ odometer }) => odometer)
    .sort((a, b) => metresOf(a) - metresOf(b))
    .values();
  return written.map((item) => (item.odometer ? (ascending.next().value ?? item) : item));
}

/**
 * Milliseconds from noon, in the morning, for items that are oldest first: ten later for each kilometre on the odometer, so
 * that rows of one day stand in the order of their readings also when they come from two files, and before what a person
 * enters that day, which stands at noon. Without a reading, where the one before it stands.
 */
export function placesInDay(ordered: readonly Timeless[]): number[] {
  const places: number[] = [];
  ordered.forEach((item, index) => {
    const before = ordered[index - 1]?.date === item.date ? (places[index - 1] ?? firstPlace) : firstPlace;
    places.push(item.odometer ? placeOfReading(metresOf(item)) : before);
  });
  return places;
}

function placeOfReading(odometerM: number): number {
  return Math.min(firstPlace + Math.floor(odometerM / metresPerMs), 0);
}

function metresOf({ odometer }: Timeless): number {
  return odometer ? distanceM(odometer) : 0;
}
