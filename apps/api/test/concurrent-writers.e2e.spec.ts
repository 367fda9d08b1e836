import { foldAll, rebuildAll, tablesOf } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const writers = 32;
const perWriter = 8;

interface Item {
  readonly position: number;
  readonly date: string;
  readonly occurredAt: string;
  readonly version: number;
  readonly odometerM: number | null;
}

async function wholeFeed(): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const { body } = await robin.call({ url: `/v1/feed?limit=200&after=${items.length}` });
    if (body.items.length === 0) return items;
    items.push(...body.items);
  }
}

test('32 writers, on one vehicle and on many, never break the odometer order nor the feed', async () => {
  const vehicles: string[] = [];
  for (let at = 0; at < 8; at += 1) {
    vehicles.push((await robin.call({ url: '/v1/vehicles', body: { nickname: `V${at}` } })).body.id);
  }
  const shared = vehicles[0];
  const statuses: number[] = [];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let at = 0; at < perWriter; at += 1) {
        const vehicle = at % 2 === 0 ? shared : vehicles[writer % vehicles.length];
        const day = 1 + ((writer * 7 + at * 11) % 28);
        const { status } = await robin.call({
          url: `/v1/vehicles/${vehicle}/events`,
          body: {
            type: 'odometer',
            date: `2026-03-${String(day).padStart(2, '0')}`,
            // Mostly on the line, sometimes off it: those that fit between their neighbours are taken.
            odometer: { value: 1000 + day * 100 + ((writer * at) % 5) * 60, unit: 'km' },
            data: {},
          },
        });
        statuses.push(status);
      }
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([201, 409]));
  const feed = await wholeFeed();
  const accepted = statuses.filter((status) => status === 201).length;
  expect(feed.map(({ position }) => position)).toEqual(Array.from({ length: accepted }, (_, at) => at + 1));
  for (const ofVehicle of Map.groupBy(
    feed as (Item & { vehicleId: string })[],
    ({ vehicleId }) => vehicleId,
  ).values()) {
    expect(ofVehicle.map(({ version }) => version)).toEqual(ofVehicle.map((_, at) => at + 1));
    const inOrder = ofVehicle.toSorted(
      (a, b) =>
        a.date.localeCompare(b.date) || a.occurredAt.localeCompare(b.occurredAt) || a.version - b.version,
    );
    const readings = inOrder.map(({ odometerM }) => odometerM ?? 0);
    expect(readings).toEqual(readings.toSorted((a, b) => a - b));
  }
});

test('what 32 writers record, back-date, correct and retract is folded as they go, and equals a rebuild', async () => {
  const kim = await aPerson(on.app);
  const tenantId = (await kim.call({ url: '/v1/me' })).body.tenant.id as string;
  const vehicles: string[] = [];
  for (const nickname of ['A', 'B', 'C'])
    vehicles.push((await kim.call({ url: '/v1/vehicles', body: { nickname } })).body.id);
  const statuses: number[] = [];
  const call = async (url: string, body: object): Promise<string | undefined> => {
    const answer = await kim.call({ url, body });
    statuses.push(answer.status);
    return answer.body.event?.id;
  };
  let isWriting = true;
  const folding = (async () => {
    while (isWriting) await foldAll(on.database.as('odolog_worker'));
  })();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const events = `/v1/vehicles/${vehicles[writer % vehicles.length]}/events`;
      // each writer has days and a stretch of road of its own; the later ones are mostly written first
      const day = 28 - (writer % 28);
      const fill = (km: number) => fillUp(`2026-0${writer < 28 ? 4 : 3}-${String(day).padStart(2, '0')}`, km);
      const km = (writer < 28 ? 100_000 : 50_000) + day * 1000;
      const first = await call(events, fill(km));
      const second = await call(events, fill(km + 400));
      await call(events, { ...fill(km + 200), notes: 'Between the two' });
      const corrected = await call(`${events}/${second}/corrections`, {
        reason: 'Typo',
        event: fill(km + 410),
      });
      if (writer % 2 === 0) await call(`${events}/${first}/retractions`, { reason: 'Other car' });
      if (writer % 3 === 0) await call(`${events}/${corrected}/restorations`, { reason: 'Right at first' });
    }),
  );
  isWriting = false;
  await folding;
  expect([...new Set(statuses)].toSorted()).toEqual([201, 409]);
  await foldAll(on.database.as('odolog_worker'));
  const folded = await tablesOf(on.database.as('odolog_api'), tenantId);
  const { body } = await kim.call({ url: '/v1/feed?limit=1' });
  expect(body.headPosition).toBe(statuses.filter((status) => status === 201).length);
  expect(folded['fuel_segments']?.length).toBeGreaterThan(30);
  await rebuildAll(on.database.as('odolog_worker'), tenantId);
  expect(await tablesOf(on.database.as('odolog_api'), tenantId)).toEqual(folded);
}, 60_000);
