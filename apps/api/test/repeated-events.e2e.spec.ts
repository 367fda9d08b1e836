import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();

describe('sent again', () => {
  test('under the same id or key, it is recorded once', async () => {
    const body = fillUp('2026-03-01', 1000, { id: randomUUID() });
    const [first, second] = [await at.record(body), await at.record(body)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    const key = { 'idempotency-key': randomUUID() };
    const [third, fourth] = [
      await at.record(fillUp('2026-03-02', 1100), key),
      await at.record(fillUp('2026-03-02', 1100), key),
    ];
    expect([third.status, fourth.status]).toEqual([201, 200]);
    expect(fourth.body.event.id).toBe(third.body.event.id);
  });

  test('with another content it is refused', async () => {
    const id = randomUUID();
    await at.record(fillUp('2026-03-01', 1000, { id }));
    expect(await at.record(fillUp('2026-03-01', 1001, { id }))).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });
});

test('a key that came with an id stands for its request alone, unless that was refused', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const of = (km: number) => fillUp('2026-03-01', km, { id: randomUUID() });
  const first = of(1000);
  expect((await at.record({ ...first, data: {} }, key)).status).toBe(422);
  expect((await at.record(first, key)).status).toBe(201);
  expect((await at.record(first, key)).status).toBe(200);
  expect(await at.record(of(1001), key)).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
  expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toHaveLength(1);
});

describe('a key stands for one request, whether that brought an id of its own or not:', () => {
  const withId = () => fillUp('2026-03-01', 1000, { id: randomUUID() });
  const without = () => fillUp('2026-03-02', 1100);
  test.each([
    ['without one, then with one', without, withId],
    ['with one, then without', withId, without],
  ])('%s', async (_order, first, then) => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await at.record(first(), key)).status).toBe(201);
    expect(await at.record(then(), key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toHaveLength(1);
  });

  test('a correction whose entry brings one', async () => {
    const { items } = await at.recordAll(fillUp('2026-03-01', 1000), fillUp('2026-03-02', 1100));
    const correct = (index: number) =>
      at.robin.call({
        url: `${at.vehicle}/events/${items[index].eventId}/corrections`,
        body: { reason: 'Typo', event: fillUp(`2026-03-0${index + 1}`, 1000 + index, { id: randomUUID() }) },
        headers: { 'idempotency-key': 'one correction' },
      });
    expect((await correct(0)).status).toBe(201);
    expect(await correct(1)).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });
});

test.each([{ events: 5 }, { events: [null, 5] }, { event: null }, [], 'text'])(
  'under a key, %j is refused as without one',
  async (body) => {
    const headers = { 'idempotency-key': randomUUID() };
    const [keyed, plain] = [await at.record(body as object, headers), await at.record(body as object)];
    expect(keyed.status).toBe(plain.status);
    expect(keyed.body.code).toBe(plain.body.code);
  },
);

test('a key that came with a batch stands for that very list of events', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const batch = (...events: object[]) =>
    at.robin.call({ url: `${at.vehicle}/events:batch`, body: { events }, headers });
  const [one, two] = [fillUp('2026-03-01', 1000), fillUp('2026-03-02', 1001)];
  expect((await batch(one, two)).body).toMatchObject({ recorded: 2 });
  expect((await batch(one, two)).body).toMatchObject({ recorded: 0, duplicates: 2 });
  for (const other of [[one], [two, one], [one, two, fillUp('2026-03-03', 1002)]])
    expect(await batch(...other)).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toHaveLength(2);
});

test('a key that came with the ids of a batch stands for that batch alone', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const ask = (km: number) => ({
    url: `${at.vehicle}/events:batch`,
    body: { events: [fillUp('2026-03-01', km, { id: randomUUID() })] },
    headers,
  });
  const first = ask(1000);
  expect((await at.robin.call(first)).body).toMatchObject({ recorded: 1 });
  expect((await at.robin.call(first)).body).toMatchObject({ recorded: 0, duplicates: 1 });
  expect(await at.robin.call(ask(1001))).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
});

describe('sent again after the vehicle moved to another zone', () => {
  const move = async () =>
    expect(
      await at.robin.call({ method: 'PATCH', url: at.vehicle, body: { timeZone: 'Pacific/Auckland' } }),
    ).toMatchObject({ status: 200 });
  const late = { occurredAt: '2026-03-01T22:30:00+01:00' };

  test.each([
    ['an event of a day', fillUp('2026-03-01', 1000)],
    // in Auckland it is the day after
    ['an event of an instant', fillUp('2026-03-01', 1000, late)],
  ])('%s gets its first answer, and is recorded once', async (_, body) => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await at.record(body, headers);
    await move();
    const again = await at.record(body, headers);
    expect(again).toMatchObject({ status: 200, body: { version: 1, position: first.body.position } });
    expect(again.body.event).toMatchObject({ id: first.body.event.id, date: '2026-03-01' });
    const other = await at.record({ ...body, notes: 'Another' }, headers);
    expect([409, 422]).toContain(other.status);
    expect((await at.robin.call({ url: `${at.vehicle}/timeline` })).body.items).toHaveLength(1);
  });

  test('a correction, and what it corrected was hidden since', async () => {
    const { body } = await at.record(fillUp('2026-03-01', 1000));
    const correct = {
      url: `${at.vehicle}/events/${body.event.id}/corrections`,
      body: { reason: 'Typo', event: fillUp('2026-03-02', 1010, { id: randomUUID() }) },
    };
    const first = await at.robin.call(correct);
    await at.robin.call({
      url: `${at.vehicle}/events/${first.body.event.id}/retractions`,
      body: { reason: 'No' },
    });
    await move();
    const again = await at.robin.call(correct);
    expect(again).toMatchObject({ status: 200, body: { version: 2, event: { id: first.body.event.id } } });
    const other = { ...correct, body: { ...correct.body, reason: 'Another' } };
    expect(await at.robin.call(other)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  test('a batch is recorded once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const events = [fillUp('2026-03-01', 1000), fillUp('2026-03-01', 1001, late)];
    const batch = (of: object[]) =>
      at.robin.call({ url: `${at.vehicle}/events:batch`, body: { events: of }, headers });
    const { body: first } = await batch(events);
    await move();
    const { body: again } = await batch(events);
    expect(again).toMatchObject({ recorded: 0, duplicates: 2, refused: 0, version: 2 });
    const placed = ({ items }: { items: { eventId: string; position: number }[] }) =>
      items.slice(0, 2).map(({ eventId, position }) => ({ eventId, position }));
    expect(placed(again)).toEqual(placed(first));
  });
});

test('undoing the same thing again gives the first answer, whatever was hidden since', async () => {
  const { body } = await at.record(fillUp('2026-03-01', 1000));
  const url = `${at.vehicle}/events/${body.event.id}`;
  await at.robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
  const restore = { url: `${url}/restorations`, body: { id: randomUUID(), reason: 'Mine after all' } };
  const first = await at.robin.call(restore);
  await at.robin.call({ url: `${url}/retractions`, body: { reason: 'No' } });
  expect(await at.robin.call(restore)).toMatchObject({ status: 200, body: { version: first.body.version } });
  expect((await at.robin.call({ url })).body.status).toBe('retracted');
});
