import { factsOf } from '@odolog/events';
import { distanceM, kmPerL } from '@odolog/units';
import { fuelSegments, type Fill } from '@odolog/vehicle';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { csvTable } from './csv-table.js';
import { detectFormat } from './formats.js';
import { readFile } from './read-file.js';
import { readRows, type AcceptedRow } from './read-rows.js';

const samples = new URL('../samples/', import.meta.url);
/** Two real vehicles, where they lie beside the repository. */
const realExports = new URL('../../../../shared/data/fuelly/', import.meta.url);

/** By the row in the file: what we say, and what Fuelly wrote into the column `km/l`. */
function economies(file: URL) {
  const text = readFile(readFileSync(file));
  const { rows } = readRows(detectFormat(text), text, { currency: 'EUR' });
  const accepted = rows.filter((row): row is AcceptedRow => 'draft' in row);
  const { segments } = fuelSegments(accepted.map(fillOf));
  const ours = new Map(
    segments
      .filter(({ status }) => status === 'closed')
      .map(({ toEventId, volumeMl, distanceM: metres }) => [toEventId, kmPerL(volumeMl, metres)]),
  );
  const theirs = csvTable(text).rows.map(({ cells }) => Number(cells['km/l']) || null);
  return accepted
    .map(({ row, fingerprint }) => ({
      row,
      ours: ours.get(fingerprint) ?? null,
      fuelly: theirs[row - 1] ?? null,
    }))
    .sort((a, b) => a.row - b.row);
}

/**
 * Half of the second decimal is what Fuelly rounds away. It also keeps distances in rounded miles (538 km of the odometer are
 * 537.994 in its own column), which moves the third decimal: 0.0055 at most in the exports that we know.
 */
const roundedAway = 0.006;

function differ({ ours, fuelly }: { ours: number | null; fuelly: number | null }): boolean {
  return ours === null || fuelly === null ? ours !== fuelly : Math.abs(ours - fuelly) > roundedAway;
}

function fillOf({ fingerprint, draft: { body, placeInDay } }: AcceptedRow, index: number): Fill {
  const { energy } = factsOf({ type: body.type, schemaVersion: 1, data: body.data });
  if (!energy) throw new Error(`${body.type} is no fill`);
  const occurredAt = new Date(Date.parse(`${body.date}T11:00:00Z`) + placeInDay).toISOString();
  const odometerM = body.odometer ? distanceM(body.odometer) : null;
  return { eventId: fingerprint, date: body.date, occurredAt, sequence: index, odometerM, ...energy };
}

it('differs from Fuelly exactly where Fuelly guesses', () => {
  const differing = economies(new URL('fuelly-fuel.csv', samples)).filter(differ);
  expect(differing).toEqual([
    // After a missed fill Fuelly divides by the distance since the missed one: nobody knows what was burnt before it.
    { row: 2, ours: null, fuelly: 8 },
    // Fuelly loses the volume of a partial fill at the odometer of a full one: 600 km took 25 and 20 litres.
    { row: 6, ours: 600 / 45, fuelly: 24 },
    // A first partial fill is no anchor: how full the tank was, nobody knows.
    { row: 7, ours: null, fuelly: 8.33 },
  ]);
});

/** Stretches of a car in km and litres, oldest first, three times over: divided by hand they come out even. */
const carStretches = [
  { km: 480, litres: 24, economy: 20 },
  { km: 495, litres: 25, economy: 19.8 },
  { km: 516, litres: 24, economy: 21.5 },
  { km: 462, litres: 22, economy: 21 },
  { km: 437, litres: 23, economy: 19 },
  { km: 450, litres: 22.5, economy: 20 },
  { km: 528, litres: 27.5, economy: 19.2 },
  { km: 378, litres: 18, economy: 21 },
  { km: 546, litres: 26, economy: 21 },
  { km: 414, litres: 22.5, economy: 18.4 },
];

it('measures each of the 30 stretches between 31 fills of a car', () => {
  const oldestFirst = economies(new URL('fuelly-car.csv', samples)).toReversed();
  const expected = carStretches.map(({ economy }) => economy);
  expect(oldestFirst.map(({ ours }) => ours && Math.round(ours * 1e9) / 1e9)).toEqual([
    null,
    ...expected,
    ...expected,
    ...expected,
  ]);
});

it('measures a stretch over a partial fill, and none after a missed one, of 23 fills of a motorbike', () => {
  const oldestFirst = economies(new URL('fuelly-motorbike.csv', samples)).toReversed();
  // 252 km with 12 L and 294 km with 14 L are 546 km with 26 L
  const overPartial = [null, 21];
  const afterMissed = [null, 21];
  const round = [22, 22.5, 23.04, 23];
  const rest = [24, 22.5, 22, 23, 24];
  expect(oldestFirst.map(({ ours }) => ours && Math.round(ours * 1e9) / 1e9)).toEqual([
    null,
    ...round,
    ...overPartial,
    ...rest,
    ...round,
    ...afterMissed,
    ...rest,
  ]);
});

it.skipIf(!existsSync(realExports)).each([
  ['fuelups-cuore.csv', 31],
  ['fuelups-vstrom.csv', 23],
])('equals Fuelly on every fill-up of %s', (name, count) => {
  const all = economies(new URL(name, realExports));
  expect(all).toHaveLength(count);
  expect(all.filter(differ)).toEqual([]);
});
