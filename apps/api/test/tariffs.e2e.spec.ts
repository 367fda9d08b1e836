import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll } from '@odolog/testing';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const dayAndNight = {
  name: 'Day and night',
  charger: 'home',
  currency: 'EUR',
  validFrom: '2026-01-01',
  unitPrice: '0.35',
  periods: [{ days: everyDay, from: '22:00', to: '06:00', unitPrice: '0.20' }],
};

async function aVehicle(): Promise<string> {
  const { body } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'ID.3', timeZone: 'Europe/Berlin', energies: ['electricity'] },
  });
  return `/v1/vehicles/${body.id}`;
}

function charge(data: object = {}) {
  return {
    type: 'charge',
    date: '2026-10-24',
    data: {
      added: { value: 11.5, unit: 'kWh' },
      drawn: { value: 13, unit: 'kWh' },
      startedAt: '2026-10-24T20:00:00+02:00',
      endedAt: '2026-10-25T08:00:00+01:00',
      charger: 'home',
      ...data,
    },
  };
}

test('a charge without a total costs what the tariff says, over the night on which the clocks go back', async () => {
  const vehicle = await aVehicle();
  await robin.call({ url: `${vehicle}/tariffs`, body: dayAndNight });
  const { status, body } = await robin.call({ url: `${vehicle}/events`, body: charge() });
  expect(status).toBe(201);
  expect(body.event).toMatchObject({
    cost: { amount: '3.20', currency: 'EUR' },
    category: 'charging',
    data: {
      priced: {
        tariff: 'Day and night',
        basis: 'drawn',
        parts: [
          { energyWh: 2000, unitPrice: { amount: '0.35' }, amount: { amount: '0.70' } },
          { energyWh: 9000, unitPrice: { amount: '0.20' }, amount: { amount: '1.80' } },
          { energyWh: 2000, unitPrice: { amount: '0.35' }, amount: { amount: '0.70' } },
        ],
      },
    },
  });
  const { body: batch } = await robin.call({
    url: `${vehicle}/events:batch`,
    body: { events: [charge({ billed: { value: 26, unit: 'kWh' } })] },
  });
  expect(batch.recorded).toBe(1);
  await foldAll(on.database.as('odolog_worker'));
  const { body: costs } = await robin.call({ url: `${vehicle}/costs` });
  expect(costs.totals).toMatchObject([
    { currency: 'EUR', total: { amount: '9.60', currency: 'EUR' }, count: 2 },
  ]);
});

test('a total that was typed stands, and so does the cost of a past charge when its tariff changes or goes', async () => {
  const vehicle = await aVehicle();
  const { body: tariff } = await robin.call({ url: `${vehicle}/tariffs`, body: dayAndNight });
  const told = await robin.call({
    url: `${vehicle}/events`,
    body: charge({ total: { amount: '5.00', currency: 'EUR' } }),
  });
  expect(told.body.event).toMatchObject({ cost: { amount: '5.00' } });
  expect(told.body.event.data.priced).toBeUndefined();

  const key = { 'idempotency-key': 'charge-1' };
  const first = await robin.call({ url: `${vehicle}/events`, body: charge(), headers: key });
  await robin.call({
    url: `${vehicle}/tariffs`,
    body: { ...dayAndNight, validFrom: '2026-02-01', unitPrice: '0.90' },
  });
  expect((await robin.call({ method: 'DELETE', url: `${vehicle}/tariffs/${tariff.id}` })).status).toBe(204);
  const eventUrl = `${vehicle}/events/${first.body.event.id}`;
  expect((await robin.call({ url: eventUrl })).body).toMatchObject({ cost: { amount: '3.20' } });
  const again = await robin.call({ url: `${vehicle}/events`, body: charge(), headers: key });
  expect(again).toMatchObject({ status: 200, body: { event: { id: first.body.event.id } } });

  const noted = await robin.call({
    url: `${vehicle}/events`,
    body: { ...charge({ added: { value: 12, unit: 'kWh' } }), notes: 'Rain' },
  });
  expect(noted.body.event).toMatchObject({ cost: { amount: '5.40' } });
  const remarked = await robin.call({
    url: `${eventUrl}/corrections`,
    body: { reason: 'A note', event: { ...charge(), notes: 'Snow' } },
  });
  expect(remarked.body.event).toMatchObject({ notes: 'Snow', cost: { amount: '3.20' } });
  const corrected = await robin.call({
    url: `${vehicle}/events/${remarked.body.event.id}/corrections`,
    body: { reason: 'More was drawn', event: charge({ drawn: { value: 26, unit: 'kWh' } }) },
  });
  expect(corrected.body.event).toMatchObject({
    cost: { amount: '10.80' },
    data: { priced: { basis: 'drawn' } },
  });
});

test('tariffs are listed, the latest first, and one that cannot be is refused', async () => {
  const vehicle = await aVehicle();
  const { body } = await robin.call({ url: `${vehicle}/tariffs`, body: dayAndNight });
  expect(body).toMatchObject({ ...dayAndNight, timeZone: 'Europe/Berlin', place: null });
  await robin.call({
    url: `${vehicle}/tariffs`,
    body: { ...dayAndNight, validFrom: '2026-06-01', place: 'Work' },
  });
  const { body: list } = await robin.call({ url: `${vehicle}/tariffs` });
  expect(list.items.map(({ validFrom }: { validFrom: string }) => validFrom)).toEqual([
    '2026-06-01',
    '2026-01-01',
  ]);

  const [night] = dayAndNight.periods;
  const refused: [object, object][] = [
    [{ periods: [night, { ...night, from: '05:00', to: '07:00' }] }, { code: 'validation-failed' }],
    [{ currency: 'XXQ' }, { code: 'validation-failed' }],
    [{ timeZone: 'Europe/Atlantis' }, { code: 'unknown-time-zone' }],
    [{ unitPrice: '-1' }, { code: 'validation-failed' }],
    [{ periods: [{ ...night, from: '25:00' }] }, { code: 'validation-failed' }],
  ];
  for (const [wrong, problem] of refused)
    expect(await robin.call({ url: `${vehicle}/tariffs`, body: { ...dayAndNight, ...wrong } })).toMatchObject(
      {
        status: 422,
        body: problem,
      },
    );
  expect(
    (await robin.call({ method: 'DELETE', url: `${vehicle}/tariffs/${body.id.replace(/^0/, '1')}` })).status,
  ).toBe(404);
});
