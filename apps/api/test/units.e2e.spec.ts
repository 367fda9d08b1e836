import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TimelineItem } from '../src/timeline/timeline.contract.js';
import { fillUp } from './fill-up.js';
import { foldAll } from '@odolog/testing';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const viewers = {
  american: {
    locale: 'en-US',
    timeZone: 'America/New_York',
    currency: 'USD',
    distanceUnit: 'mi',
    volumeUnit: 'gal-us',
  },
  german: {
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
  },
};
const seenBy = (viewer: keyof typeof viewers) =>
  robin.call({ method: 'PATCH', url: '/v1/me/preferences', body: viewers[viewer] });

const germanVehicle = {
  nickname: 'Golf',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  distanceUnit: 'km',
  volumeUnit: 'L',
};
/** 10 gallons and 310.686 miles: 500 km with 37.85 litres. */
const american = {
  odometer: { value: 931.9, unit: 'mi' },
  data: {
    volume: { value: 10, unit: 'gal-us' },
    unitPrice: { amount: '3.459', currency: 'USD' },
    total: { amount: '34.59', currency: 'USD' },
    energy: 'petrol',
    fill: 'full',
    missedPrevious: false,
  },
};

async function aTravelledVehicle(): Promise<string> {
  const { body } = await robin.call({ url: '/v1/vehicles', body: germanVehicle });
  const vehicle = `/v1/vehicles/${body.id}`;
  const events = [fillUp('2026-03-01', 1000), { type: 'fuel', date: '2026-03-10', ...american }];
  const recorded = await robin.call({ url: `${vehicle}/events:batch`, body: { events } });
  expect(recorded.body.refused).toBe(0);
  await foldAll(on.database.as('odolog_worker'));
  return vehicle;
}

const read = async (url: string) => (await robin.call({ url })).body;

test('a fill in gallons and dollars stands in a German vehicle as it was typed, and counts in its litres and kilometres', async () => {
  await seenBy('german');
  const vehicle = await aTravelledVehicle();
  const [fill]: TimelineItem[] = (await read(`${vehicle}/timeline`)).items;
  expect(fill).toMatchObject({ ...american, cost: { amount: '34.59', currency: 'USD' } });
  const { averages } = await read(`${vehicle}/fuel-economy`);
  expect(averages).toMatchObject([{ distanceM: 499_748, volumeMl: 37_854 }]);
  const [{ lPer100Km, mpgUs, mpgUk }] = averages;
  expect(lPer100Km).toBeCloseTo(7.575, 2);
  expect(mpgUs).toBeCloseTo(31.05, 2);
  expect(mpgUk).toBeCloseTo(37.29, 2);
});

test('money of two currencies is never added up, nor divided as one', async () => {
  const vehicle = await aTravelledVehicle();
  const { totals } = await read(`${vehicle}/costs`);
  expect(totals).toMatchObject([
    { currency: 'EUR', total: { amount: '70.00', currency: 'EUR' }, count: 1 },
    { currency: 'USD', total: { amount: '34.59', currency: 'USD' }, count: 1 },
  ]);
  expect((await read(`${vehicle}/summary`)).cost).toMatchObject([{ currency: 'EUR' }, { currency: 'USD' }]);
});

test('each viewer reads it in their own units and language, and nothing that was recorded changes', async () => {
  const vehicle = await aTravelledVehicle();
  const shown = async (viewer: keyof typeof viewers) => {
    await seenBy(viewer);
    const { items }: { items: TimelineItem[] } = await read(`${vehicle}/timeline`);
    return { summaries: items.map(({ summary }) => summary), data: items.map(({ data }) => data) };
  };
  const [forGermans, forAmericans] = [await shown('german'), await shown('american')];
  expect(forGermans.summaries).toEqual(['37,85 L zu 0,914\u00a0$/L', '40,00 L für 70,00\u00a0€']);
  expect(forAmericans.summaries).toEqual(['10.00 gal at $3.459/gal', '10.57 gal for €70.00']);
  expect(forAmericans.data).toEqual(forGermans.data);
});

test('the day of an instant is that of the vehicle, wherever it is recorded from', async () => {
  await seenBy('american');
  const { body } = await robin.call({ url: '/v1/vehicles', body: germanVehicle });
  // half past six in the evening in New York is half past midnight of the next day in Berlin
  const at = (date: string) => ({
    type: 'note',
    date,
    occurredAt: '2026-03-01T18:30:00-05:00',
    data: { text: 'Noise' },
  });
  const url = `/v1/vehicles/${body.id}/events`;
  expect((await robin.call({ url, body: at('2026-03-02') })).status).toBe(201);
  expect(await robin.call({ url, body: at('2026-03-01') })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/occurredAt', code: 'date-disagrees' }] },
  });
});

test('an amount finer than its currency is kept as typed, and its answer says what sums count', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: germanVehicle });
  const total = { amount: '5000.50', currency: 'JPY' };
  const event = { type: 'expense', date: '2026-03-01', data: { category: 'toll', total } };
  const recorded = await robin.call({ url: `/v1/vehicles/${body.id}/events`, body: event });
  expect(recorded.body).toMatchObject({
    event: { data: { total }, cost: { amount: '5001', currency: 'JPY' } },
    warnings: [{ code: 'amount-finer-than-currency' }],
  });
});
