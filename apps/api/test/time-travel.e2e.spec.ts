import { expect, test } from 'vitest';
import type { TimelineItem } from '../src/timeline/timeline.contract.js';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();
const money = (amount: string, currency = 'EUR') => ({ amount, currency });

test('everything told of a vehicle can be seen as it was known at a past moment, and as of a past day', async () => {
  await at.recordAll(fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2000));
  const [newest] = (await at.read('timeline')).items;
  const knownAt = newest.recordedAt;
  await new Promise((done) => setTimeout(done, 2));
  await at.robin.call({
    url: `${at.vehicle}/events/${newest.id}/corrections`,
    body: { reason: 'Misread', event: fillUp('2026-03-21', 2500) },
  });
  await at.fold();

  expect((await at.read('timeline')).items[0]).toMatchObject({ date: '2026-03-21', status: 'corrected' });
  expect((await at.read(`timeline?knownAt=${knownAt}`)).items).toMatchObject([
    { id: newest.id, status: 'effective', derived: { economy: { distanceM: 500_000, lPer100Km: 8 } } },
    { date: '2026-03-10' },
    { date: '2026-03-01' },
  ]);
  expect(await at.read(`summary?knownAt=${knownAt}`)).toMatchObject({ odometer: { value: 2000 } });
  expect((await at.read(`fuel-economy?knownAt=${knownAt}`)).segments).toMatchObject([
    { toEventId: newest.id, distanceM: 500_000 },
    { distanceM: 500_000 },
  ]);
  expect((await at.read(`odometer?knownAt=${knownAt}`)).current.odometer.value).toBe(2000);
  expect((await at.read(`costs?asOf=2026-03-10`)).totals).toMatchObject([
    { total: money('140.00'), count: 2 },
  ]);
  expect((await at.read(`months?asOf=2026-03-10`)).items).toMatchObject([{ events: 2, distanceM: 500_000 }]);
  const asOf = await at.read(`timeline?asOf=2026-03-10&knownAt=${knownAt}`);
  expect(asOf.items.map(({ date }: { date: string }) => date)).toEqual(['2026-03-10', '2026-03-01']);
});

test('all vehicles together are seen as they were, each as by itself', async () => {
  const [mine, other] = [await at.aVehicle(), await at.aVehicle()];
  await at.recordIn(mine, fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2000));
  await at.recordIn(other, fillUp('2026-03-05', 7000), {
    type: 'note',
    date: '2026-03-11',
    data: { text: 'Rattles' },
  });
  const [newest] = (await at.robin.call({ url: `${mine}/timeline` })).body.items;
  const [note] = (await at.robin.call({ url: `${other}/timeline` })).body.items;
  const knownAt = note.recordedAt;
  await new Promise((done) => setTimeout(done, 2));
  const undo = { reason: 'Not mine' };
  await at.robin.call({ url: `${mine}/events/${newest.id}/retractions`, body: undo });
  await at.robin.call({ url: `${other}/events/${note.id}/retractions`, body: undo });
  await at.recordIn(other, fillUp('2026-03-12', 7400));
  await at.fold();

  const vehicles = [mine, other].map((url) => url.split('/').at(-1));
  const together = async (view: string) => {
    const found: TimelineItem[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const url = `/v1/timeline?${view}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await at.robin.call({ url });
      found.push(...body.items.filter(({ vehicleId }: TimelineItem) => vehicles.includes(vehicleId)));
      cursor = body.nextCursor;
    }
    return found;
  };
  const apart = async (view: string) => {
    const pages = await Promise.all(
      [mine, other].map((url) => at.robin.call({ url: `${url}/timeline?${view}` })),
    );
    return pages
      .flatMap(({ body }) => body.items as TimelineItem[])
      .toSorted((a, b) => b.date.localeCompare(a.date));
  };
  for (const view of [
    `knownAt=${knownAt}`,
    'asOf=2026-03-11',
    `asOf=2026-03-10&knownAt=${knownAt}&type=fuel`,
  ])
    expect(await together(view)).toEqual(await apart(view));
  expect((await together(`knownAt=${knownAt}`)).map(({ date }) => date)).toEqual([
    '2026-03-20',
    '2026-03-11',
    '2026-03-10',
    '2026-03-05',
    '2026-03-01',
  ]);
  expect((await together('asOf=2026-03-10')).map(({ date }) => date)).toEqual([
    '2026-03-10',
    '2026-03-05',
    '2026-03-01',
  ]);
  expect(await at.robin.call({ url: '/v1/timeline?knownAt=2999-01-01T00:00:00Z' })).toMatchObject({
    status: 422,
  });
});

test('economy and readings of a window are those since its first day, now as they were then', async () => {
  await at.recordAll(fillUp('2026-03-01', 1000), fillUp('2026-03-10', 1500), fillUp('2026-03-20', 2500));
  await at.fold();
  for (const view of ['', '&asOf=2026-03-31']) {
    const { segments, averages } = await at.read(`fuel-economy?from=2026-03-11${view}`);
    expect(segments).toMatchObject([{ toDate: '2026-03-20', distanceM: 1_000_000 }]);
    expect(averages).toMatchObject([{ energy: 'petrol', segments: 1, lPer100Km: 4 }]);
    const { readings, current } = await at.read(`odometer?from=2026-03-10${view}`);
    expect(readings.map(({ odometerM }: never) => odometerM)).toEqual([2_500_000, 1_500_000]);
    expect(current.odometerM).toBe(2_500_000);
  }
});

test('reminders are seen as they stood', async () => {
  const reminder = { title: 'Inspection', dueDate: '2026-03-20', anchor: 'schedule', every: { months: 24 } };
  await at.recordAll(
    { type: 'reminder', date: '2026-01-01', data: { ...reminder, serviceKind: 'inspection' } },
    { type: 'inspection', date: '2026-03-22', data: { result: 'passed' } },
  );
  const standing = async (asOf: string) =>
    (await at.robin.call({ url: `${at.vehicle}/reminders?asOf=${asOf}` })).body.items;
  expect(await standing('2025-12-31')).toEqual([]);
  expect(await standing('2026-03-20')).toMatchObject([{ state: 'due', dueDate: '2026-03-20', daysLeft: 0 }]);
  expect(await standing('2026-03-21')).toMatchObject([{ state: 'overdue', daysLeft: -1 }]);
  expect(await standing('2026-03-22')).toMatchObject([{ state: 'upcoming', dueDate: '2028-03-20' }]);
});

test('a look at the future of the record, or from no day at all, is refused', async () => {
  for (const what of ['summary', 'timeline', 'costs', 'odometer', 'months', 'fuel-economy', 'reminders']) {
    const ahead = await at.robin.call({ url: `${at.vehicle}/${what}?knownAt=2999-01-01T00:00:00Z` });
    expect(ahead).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer: '/query/knownAt', code: 'in-the-future' }] },
    });
    for (const bad of ['asOf=2026-02-30', 'asOf=soon', 'knownAt=2026-03-01'])
      expect(await at.robin.call({ url: `${at.vehicle}/${what}?${bad}` })).toMatchObject({
        status: 422,
        body: { code: 'validation-failed', errors: [{ pointer: `/query/${bad.split('=')[0]}` }] },
      });
  }
});
