import { factsOf } from '@odolog/events';
import { distanceM, kmPerL } from '@odolog/units';
import { fuelSegments, type Fill } from '@odolog/vehicle';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkEconomies, type ToldFill } from './check-economies.js';
import { detectFormat } from './formats.js';
import { readFile } from './read-file.js';
import { readRows, type AcceptedRow } from './read-rows.js';

const samples = new URL('../samples/', import.meta.url);
/** Two real vehicles, where they lie beside the repository. */
const realExports = new URL('../../../../shared/data/fuelly/', import.meta.url);

/** The fill-ups of a file, oldest first. */
function fillsIn(file: URL): ToldFill[] {
  const text = readFile(readFileSync(file));
  const { rows } = readRows(detectFormat(text), text, { currency: 'EUR' });
  return rows
    .filter((row): row is AcceptedRow => 'draft' in row)
    .map((row, index) => ({
      row: row.row,
      told: row.told,
      fill: fillOf(row, index),
      volume: (row.draft.body.data['volume'] as { value: number }).value,
    }));
}

function fillOf({ fingerprint, draft: { body, placeInDay } }: AcceptedRow, index: number): Fill {
  const { energy } = factsOf({ type: body.type, schemaVersion: 1, data: body.data });
  if (!energy) throw new Error(`${body.type} is no fill`);
  const occurredAt = new Date(Date.parse(`${body.date}T11:00:00Z`) + placeInDay).toISOString();
  const odometerM = body.odometer ? distanceM(body.odometer) : null;
  return { eventId: fingerprint, date: body.date, occurredAt, sequence: index, odometerM, ...energy };
}

/** What each fill-up came to in km/L, oldest first; null where none closes. */
function economiesOf(fills: readonly ToldFill[]): (number | null)[] {
  const { segments } = fuelSegments(fills.map(({ fill }) => fill));
  const closed = new Map(
    segments
      .filter(({ status }) => status === 'closed')
      .map(({ toEventId, volumeMl, distanceM: metres }) => [toEventId, kmPerL(volumeMl, metres)]),
  );
  return fills.map(({ fill }) => {
    const economy = closed.get(fill.eventId);
    return economy === undefined ? null : Math.round(economy * 1e9) / 1e9;
  });
}

it('differs from Fuelly exactly where Fuelly guesses', () => {
  const unit = 'kmPerL';
  expect(checkEconomies(fillsIn(new URL('fuelly-fuel.csv', samples)))).toEqual({
    counts: 5,
    equal: 2,
    differing: [
      // After a missed fill Fuelly divides by the distance since the missed one: nobody knows what was burnt before it.
      { row: 2, value: 8, unit, ours: null, reason: 'missed-fill' },
      // Fuelly loses the volume of a partial fill at the odometer of a full one: 600 km took 25 and 20 litres.
      { row: 6, value: 24, unit, ours: 600 / 45, reason: 'partial-inside' },
      // A first partial fill is no anchor: how full the tank was, nobody knows.
      { row: 7, value: 8.33, unit, ours: null, reason: 'no-anchor' },
    ],
  });
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
  const fills = fillsIn(new URL('fuelly-car.csv', samples));
  const expected = carStretches.map(({ economy }) => economy);
  expect(economiesOf(fills)).toEqual([null, ...expected, ...expected, ...expected]);
  // The first of the file was measured from one that is not in it.
  const first = { row: 31, value: 18.4, unit: 'kmPerL', ours: null, reason: 'no-anchor' };
  expect(checkEconomies(fills)).toEqual({ counts: 31, equal: 30, differing: [first] });
});

it('measures a stretch over a partial fill, and none after a missed one, of 23 fills of a motorbike', () => {
  // 252 km with 12 L and 294 km with 14 L are 546 km with 26 L
  const overPartial = [null, 21];
  const afterMissed = [null, 21];
  const round = [22, 22.5, 23.04, 23];
  const rest = [24, 22.5, 22, 23, 24];
  expect(economiesOf(fillsIn(new URL('fuelly-motorbike.csv', samples)))).toEqual([
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
  ['fuelups-cuore.csv', 29],
  ['fuelups-vstrom.csv', 22],
])('equals Fuelly on every count of %s', (name, counts) => {
  expect(checkEconomies(fillsIn(new URL(name, realExports)))).toEqual({
    counts,
    equal: counts,
    differing: [],
  });
});
