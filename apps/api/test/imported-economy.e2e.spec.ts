import { foldAll } from '@odolog/testing';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { uploads } from './uploads.js';

const at = uploads();

interface Measured {
  readonly date: string;
  readonly km: number;
  readonly kmPerL: number;
}

/** What a closed segment comes to. */
function measuredEconomy({
  date,
  odometer,
  derived,
}: {
  date: string;
  odometer: { value: number } | null;
  derived: { economy?: { kmPerL?: number } };
}): Measured[] {
  const kmPerL = derived.economy?.kmPerL;
  return kmPerL && odometer ? [{ date, km: odometer.value, kmPerL }] : [];
}

/** The economy that the file itself gives for the fill of that day and reading. */
function toldBy(file: Buffer, date: string, km: number): number {
  const line = file
    .toString()
    .split('\n')
    .find((each) => each.includes(`,${km}.0,`) && each.includes(`,${date},`));
  return Number(line?.split(',')[2]);
}

async function importAndMeasure(fuel: Buffer, fills: number): Promise<Measured[]> {
  expect((await at.upload(fuel)).body).toMatchObject({ created: fills, duplicates: 0, refused: [] });
  const items = await at.timeline();
  expect(items).toHaveLength(fills);
  const dates = items.map(({ date }: { date: string }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect((await at.upload(fuel)).body).toMatchObject({ created: 0, duplicates: fills });
  await foldAll(at.on.database.as('odolog_worker'));
  return (await at.timeline()).flatMap(measuredEconomy);
}

const samples = path.resolve(import.meta.dirname, '../../../libs/imports/samples');

test.each([
  ['fuelly-car.csv', { fills: 31, measured: 30, economy: { counts: 31, equal: 30 } }],
  // one fill is partial, and one is said to follow a missed one
  ['fuelly-motorbike.csv', { fills: 23, measured: 20, economy: { counts: 21, equal: 20 } }],
])(
  '%s: every economy whose start is known is that of the file, to the second decimal',
  async (name, count) => {
    const fuel = readFileSync(path.join(samples, name));
    const rehearsed = await at.upload(fuel, { dryRun: 'true' });
    expect(rehearsed.body.economy).toMatchObject(count.economy);
    const measured = await importAndMeasure(fuel, count.fills);
    expect(measured).toHaveLength(count.measured);
    expect(measured.map(({ kmPerL }) => kmPerL.toFixed(2))).toEqual(
      measured.map(({ date, km }) => toldBy(fuel, date, km).toFixed(2)),
    );
  },
);

const fuelly = path.resolve(import.meta.dirname, '../../../../shared/data/fuelly');

/** Of the file: half of the second decimal, and its distances in rounded miles. */
const roundedAway = 0.006;

describe.runIf(existsSync(fuelly))('the exports of two real vehicles', () => {
  test.each([
    // of the car's fills one is partial: it belongs to the stretch that ends with the next
    ['cuore', { fills: 31, measured: 29 }],
    ['vstrom', { fills: 23, measured: 22 }],
  ])('%s', async (name, count) => {
    const fuel = readFileSync(path.join(fuelly, `fuelups-${name}.csv`));
    const measured = await importAndMeasure(fuel, count.fills);
    expect(measured).toHaveLength(count.measured);
    const differing = measured.filter(
      ({ date, km, kmPerL }) => !(Math.abs(kmPerL - toldBy(fuel, date, km)) < roundedAway),
    );
    expect(differing).toEqual([]);
    const { body } = await at.upload(readFileSync(path.join(fuelly, `services-${name}.csv`)));
    expect(body.refused).toEqual([]);
    expect(await at.timeline()).toHaveLength(count.fills + body.created);
  });
});

test('a file of Fuelio brings fills and costs in once, with the economy that it printed, and is undone', async () => {
  const file = readFileSync(path.join(samples, 'fuelio.csv'));
  const declared = { currency: 'EUR' };
  const rehearsed = await at.upload(file, { ...declared, dryRun: 'true' });
  const { body } = await at.upload(file, { ...declared, format: 'fuelio' });
  expect(body).toMatchObject({ format: 'fuelio', created: 10, duplicates: 0 });
  expect(body.economy).toEqual({ counts: 3, equal: 3, differing: [] });
  expect(body.refused).toEqual(rehearsed.body.refused);
  expect(body.refused).toMatchObject([
    { row: 11, code: 'reminder-only' },
    { row: 12, code: 'template' },
  ]);
  expect((await at.upload(file, declared)).body).toMatchObject({ created: 0, duplicates: 10 });
  const { body: economy } = await at.robin.call({ url: `/v1/vehicles/${at.vehicleId}/fuel-economy` });
  const told = economy.segments.map(({ lPer100Km }: { lPer100Km?: number }) => lPer100Km?.toFixed(2));
  expect(told).toEqual(['5.49', '6.12', undefined, '5.94']);
  expect(await at.robin.call({ url: `/v1/imports/${body.id}/undo`, body: {} })).toMatchObject({
    status: 200,
  });
  expect(await at.timeline()).toEqual([]);
});

test('where the economy of a file is not ours, the rows say why, also in the record of the import', async () => {
  const fuel = readFileSync(path.join(samples, 'fuelly-fuel.csv'));
  const { body } = await at.upload(fuel, { currency: 'EUR' });
  const { economy } = (await at.robin.call({ url: `/v1/imports/${body.id}` })).body;
  expect(economy).toMatchObject({
    counts: 5,
    equal: 2,
    differing: [
      { row: 2, value: 8, unit: 'kmPerL', ours: null, reason: 'missed-fill' },
      { row: 6, value: 24, reason: 'partial-inside' },
      { row: 7, value: 8.33, reason: 'no-anchor' },
    ],
  });
  const listed = await at.robin.call({ url: `/v1/imports?vehicleId=${at.vehicleId}` });
  expect(listed.body.items[0]).not.toHaveProperty('economy');
  const nothingTold = readFileSync(path.join(samples, 'fuelly-service.csv'));
  expect((await at.upload(nothingTold, { currency: 'EUR' })).body.economy).toBeNull();
});

test('charges of Fuelio come in among the fills once it is said what they are counted in', async () => {
  const file = readFileSync(path.join(samples, 'fuelio.csv'), 'utf8')
    .replace('"2025-06-30 18:05"', '"2025-06-12 06:30"')
    .replace('"211"', '"601"');
  const declared = { currency: 'EUR', timeZone: 'Europe/Berlin' };
  const unsaid = await at.upload(file, declared);
  expect(unsaid.body.refused).toContainEqual(expect.objectContaining({ row: 1, code: 'energy-unit-unsaid' }));
  const said = await at.upload(file, { ...declared, energyUnit: 'kWh' });
  expect(said.body).toMatchObject({ created: 1, duplicates: 9, declared: { energyUnit: 'kWh' } });
  // of a day the readings say the order: this one is above those of the fills that came after it by the clock
  const charges = (await at.timeline()).filter(({ type }: { type: string }) => type === 'charge');
  expect(charges).toMatchObject([
    {
      date: '2025-06-12',
      odometer: { value: 84_510, unit: 'km' },
      data: { added: { value: 41.2, unit: 'kWh' }, startedAt: '2025-06-12T04:30:00.000Z' },
    },
  ]);
  expect(await at.upload(file, { ...declared, energyUnit: 'J' })).toMatchObject({ status: 422 });
});
