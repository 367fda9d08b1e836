import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicle: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  await robin.call({ method: 'PATCH', url: '/v1/me/preferences', body: { timeZone: 'Europe/Berlin' } });
});
beforeEach(async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  vehicle = `/v1/vehicles/${body.id}`;
});
afterAll(() => on.close());

const record = (body: object, headers: Record<string, string> = {}) =>
  robin.call({ url: `${vehicle}/events`, body, headers });

test('a recorded event is answered as it is stored', async () => {
  const { status, body, headers } = await record(fillUp('2026-03-01', 1000, { notes: 'Cold' }));
  expect(status).toBe(201);
  expect(headers['etag']).toBe('"1"');
  const event = {
    id: expect.any(String),
    vehicleId: vehicle.split('/').at(-1),
    type: 'fuel',
    date: '2026-03-01',
    occurredAt: null,
    odometer: { value: 1000, unit: 'km' },
    cost: { amount: '70.00', currency: 'EUR' },
    category: 'fuel',
    summary: '40.00 L for €70.00',
    notes: 'Cold',
    data: fillUp('2026-03-01', 1000).data,
    derived: {},
    status: 'effective',
    version: 1,
    position: body.position,
    source: 'api',
    recordedAt: expect.any(String),
    firstRecordedAt: expect.any(String),
    recordedBy: { id: robin.userId, name: 'Robin' },
    correctsId: null,
    reason: null,
  };
  expect(body).toEqual({ event, version: 1, position: expect.any(Number), warnings: [] });
  expect((await robin.call({ url: `${vehicle}/events/${body.event.id}` })).body).toEqual(event);
});

describe('sent again', () => {
  test('under the same id or key, it is recorded once', async () => {
    const body = fillUp('2026-03-01', 1000, { id: randomUUID() });
    const [first, second] = [await record(body), await record(body)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    const key = { 'idempotency-key': randomUUID() };
    const [third, fourth] = [
      await record(fillUp('2026-03-02', 1100), key),
      await record(fillUp('2026-03-02', 1100), key),
    ];
    expect([third.status, fourth.status]).toEqual([201, 200]);
    expect(fourth.body.event.id).toBe(third.body.event.id);
  });

  test('with another content it is refused', async () => {
    const id = randomUUID();
    await record(fillUp('2026-03-01', 1000, { id }));
    expect(await record(fillUp('2026-03-01', 1001, { id }))).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });
});

test('a key that came with an id stands for its request alone, unless that was refused', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const of = (km: number) => fillUp('2026-03-01', km, { id: randomUUID() });
  const first = of(1000);
  expect((await record({ ...first, data: {} }, key)).status).toBe(422);
  expect((await record(first, key)).status).toBe(201);
  expect((await record(first, key)).status).toBe(200);
  expect(await record(of(1001), key)).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
  expect((await robin.call({ url: `${vehicle}/timeline` })).body.items).toHaveLength(1);
});

describe('sent again after the vehicle moved to another zone', () => {
  const move = async () =>
    expect(
      await robin.call({ method: 'PATCH', url: vehicle, body: { timeZone: 'Pacific/Auckland' } }),
    ).toMatchObject({ status: 200 });
  const late = { occurredAt: '2026-03-01T22:30:00+01:00' };

  test.each([
    ['an event of a day', fillUp('2026-03-01', 1000)],
    // in Auckland it is the day after
    ['an event of an instant', fillUp('2026-03-01', 1000, late)],
  ])('%s gets its first answer, and is recorded once', async (_, body) => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await record(body, headers);
    await move();
    const again = await record(body, headers);
    expect(again).toMatchObject({ status: 200, body: { version: 1, position: first.body.position } });
    expect(again.body.event).toMatchObject({ id: first.body.event.id, date: '2026-03-01' });
    const other = await record({ ...body, notes: 'Another' }, headers);
    expect([409, 422]).toContain(other.status);
    expect((await robin.call({ url: `${vehicle}/timeline` })).body.items).toHaveLength(1);
  });

  test('a correction, and what it corrected was hidden since', async () => {
    const { body } = await record(fillUp('2026-03-01', 1000));
    const correct = {
      url: `${vehicle}/events/${body.event.id}/corrections`,
      body: { reason: 'Typo', event: fillUp('2026-03-02', 1010, { id: randomUUID() }) },
    };
    const first = await robin.call(correct);
    await robin.call({ url: `${vehicle}/events/${first.body.event.id}/retractions`, body: { reason: 'No' } });
    await move();
    const again = await robin.call(correct);
    expect(again).toMatchObject({ status: 200, body: { version: 2, event: { id: first.body.event.id } } });
    const other = { ...correct, body: { ...correct.body, reason: 'Another' } };
    expect(await robin.call(other)).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  test('a batch adds only what it did not before', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const events = [fillUp('2026-03-01', 1000), fillUp('2026-03-01', 1001, late)];
    const batch = (of: object[]) =>
      robin.call({ url: `${vehicle}/events:batch`, body: { events: of }, headers });
    const { body: first } = await batch(events);
    await move();
    const { body: again } = await batch([...events, fillUp('2026-03-03', 1002)]);
    expect(again).toMatchObject({ recorded: 1, duplicates: 2, refused: 0, version: 3 });
    const placed = ({ items }: { items: { eventId: string; position: number }[] }) =>
      items.slice(0, 2).map(({ eventId, position }) => ({ eventId, position }));
    expect(placed(again)).toEqual(placed(first));
  });
});

test('undoing the same thing again gives the first answer, whatever was hidden since', async () => {
  const { body } = await record(fillUp('2026-03-01', 1000));
  const url = `${vehicle}/events/${body.event.id}`;
  await robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
  const restore = { url: `${url}/restorations`, body: { id: randomUUID(), reason: 'Mine after all' } };
  const first = await robin.call(restore);
  await robin.call({ url: `${url}/retractions`, body: { reason: 'No' } });
  expect(await robin.call(restore)).toMatchObject({ status: 200, body: { version: first.body.version } });
  expect((await robin.call({ url })).body.status).toBe('retracted');
});

test('a reading that fits between no neighbours names both, and the ways out', async () => {
  const before = await record(fillUp('2026-03-01', 1000));
  const after = await record(fillUp('2026-03-10', 2000));
  const { status, body } = await record(fillUp('2026-03-05', 2500));
  expect(status).toBe(409);
  expect(body).toMatchObject({
    code: 'odometer-out-of-order',
    reading: { value: 2500, unit: 'km' },
    previous: { eventId: before.body.event.id, date: '2026-03-01', odometer: { value: 1000, unit: 'km' } },
    next: { eventId: after.body.event.id, date: '2026-03-10', odometer: { value: 2000, unit: 'km' } },
    errors: [{ pointer: '/odometer/value', code: 'odometer-out-of-order' }],
  });
  const ways = body.waysOut.map(({ kind }: { kind: string }) => kind);
  expect(ways).toEqual(expect.arrayContaining(['void', 'correct-neighbour', 'replacement']));
  const asVoid = await record(
    fillUp('2026-03-05', 2500, { odometer: { value: 2500, unit: 'km', void: true } }),
  );
  expect(asVoid.status).toBe(201);
});

test('a correction takes the place of what was wrong, which stays in the history', async () => {
  const wrong = await record(fillUp('2026-03-01', 1000));
  const url = `${vehicle}/events/${wrong.body.event.id}`;
  const right = await robin.call({
    url: `${url}/corrections`,
    body: { reason: 'Typo', event: fillUp('2026-03-01', 1010) },
  });
  expect(right).toMatchObject({ status: 201, body: { event: { status: 'corrected', reason: 'Typo' } } });
  const history = await robin.call({ url: `${url}/history` });
  const standing = history.body.items.map(({ status, odometer }: never) => ({ status, odometer }));
  expect(standing).toEqual([
    { status: 'superseded', odometer: { value: 1000, unit: 'km' } },
    { status: 'corrected', odometer: { value: 1010, unit: 'km' } },
  ]);
  const again = await robin.call({
    url: `${url}/corrections`,
    body: { reason: 'Once more', event: fillUp('2026-03-01', 1020) },
  });
  expect(again).toMatchObject({ status: 409, body: { code: 'event-superseded' } });
  const timeline = await robin.call({ url: `${vehicle}/timeline` });
  expect(timeline.body.items).toHaveLength(1);
  const all = await robin.call({ url: `${vehicle}/timeline?include=superseded` });
  expect(all.body.items).toHaveLength(2);
});

test('a retraction hides an event, and needs a reason', async () => {
  const { body } = await record(fillUp('2026-03-01', 1000));
  const url = `${vehicle}/events/${body.event.id}`;
  const without = await robin.call({ url: `${url}/retractions`, body: {} });
  expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
  expect((await robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } })).status).toBe(201);
  expect((await robin.call({ url: `${vehicle}/timeline` })).body.items).toEqual([]);
  expect((await robin.call({ url })).body.status).toBe('retracted');
});

describe('undoing', () => {
  const reason = 'It was right after all';
  const history = async (url: string) =>
    (await robin.call({ url: `${url}/history` })).body.items.map(
      ({ type, status }: { type: string; status: string }) => `${type} ${status}`,
    );

  test('a retraction brings the event back, and undoing that hides it again', async () => {
    const { body } = await record(fillUp('2026-03-01', 1000));
    const url = `${vehicle}/events/${body.event.id}`;
    await robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
    const restored = await robin.call({ url: `${url}/restorations`, body: { reason } });
    expect(restored).toMatchObject({ status: 201, body: { event: { type: 'restoration', reason } } });
    expect((await robin.call({ url })).body.status).toBe('effective');
    expect((await robin.call({ url: `${vehicle}/timeline` })).body.items).toHaveLength(1);
    const undone = `${vehicle}/events/${restored.body.event.id}/retractions`;
    expect((await robin.call({ url: undone, body: { reason: 'No' } })).status).toBe(201);
    expect((await robin.call({ url: `${vehicle}/timeline` })).body.items).toEqual([]);
    expect(await history(url)).toEqual([
      'fuel retracted',
      'retraction corrected',
      'restoration retracted',
      'restoration corrected',
    ]);
  });

  test('a correction puts back what it had replaced, under its own id', async () => {
    const { body } = await record(fillUp('2026-03-01', 1000));
    const url = `${vehicle}/events/${body.event.id}`;
    const event = fillUp('2026-03-01', 1010);
    const right = await robin.call({ url: `${url}/corrections`, body: { reason: 'Typo', event } });
    const id = randomUUID();
    const restore = { url: `${vehicle}/events/${right.body.event.id}/restorations`, body: { id, reason } };
    const [first, again] = [await robin.call(restore), await robin.call(restore)];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await history(url)).toEqual(['fuel effective', 'fuel retracted', 'restoration corrected']);
    const nothing = await robin.call({ url: `${url}/restorations`, body: { reason } });
    expect(nothing).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } });
  });

  test('a retraction is refused where others would be in the way of what comes back', async () => {
    const { body } = await record(fillUp('2026-03-10', 2000));
    const url = `${vehicle}/events/${body.event.id}`;
    await robin.call({ url: `${url}/retractions`, body: { reason: 'Other car' } });
    const lower = (await record(fillUp('2026-03-12', 1500))).body.event.id;
    expect(await robin.call({ url: `${url}/restorations`, body: { reason } })).toMatchObject({
      status: 409,
      body: {
        code: 'odometer-out-of-order',
        reading: null,
        next: { eventId: lower },
        waysOut: [{ kind: 'correct-neighbour', eventId: lower }],
      },
    });
  });
});

test('a replaced odometer is a way out: what was refused fits the new one', async () => {
  await record(fillUp('2026-03-01', 184_000));
  const fill = fillUp('2026-03-20', 210);
  const refused = await record(fill);
  expect(refused.body.waysOut).toContainEqual({
    kind: 'replacement',
    oldFinal: { value: 184_000, unit: 'km' },
  });
  const data = { oldFinal: { value: 184_220, unit: 'km' }, newFirst: { value: 0, unit: 'km' } };
  const replaced = await record({ type: 'odometer-replacement', date: '2026-03-10', data });
  expect(replaced).toMatchObject({ status: 201, body: { event: { odometer: { value: 0, unit: 'km' } } } });
  const filled = await record(fill);
  expect(filled.status).toBe(201);
  // both sides keep their own neighbours
  expect((await record(fillUp('2026-03-05', 184_221))).body.next.odometer.value).toBe(184_220);
  expect((await record(fillUp('2026-03-15', 211))).body.next.odometer.value).toBe(210);
  // neither number of a replacement can be void: what is in its way can be corrected
  const refusedReplacement = async (date: string, oldFinal: number, newFirst: number) => {
    const km = (value: number) => ({ value, unit: 'km' });
    const numbers = { oldFinal: km(oldFinal), newFirst: km(newFirst) };
    const { body } = await record({ type: 'odometer-replacement', date, data: numbers });
    return { pointer: body.errors[0].pointer, reading: body.reading.value, waysOut: body.waysOut };
  };
  const correct = (of: { body: { event: { id: string } } }) => [
    { kind: 'correct-neighbour', eventId: of.body.event.id },
  ];
  expect(await refusedReplacement('2026-03-05', 183_000, 12)).toMatchObject({
    pointer: '/data/oldFinal/value',
    reading: 183_000,
  });
  expect(await refusedReplacement('2026-03-12', 5, 211)).toEqual({
    pointer: '/data/newFirst/value',
    reading: 211,
    waysOut: correct(filled),
  });
  const url = `${vehicle}/events/${replaced.body.event.id}/retractions`;
  expect(await robin.call({ url, body: { reason: 'Mistaken' } })).toMatchObject({
    status: 409,
    body: { code: 'odometer-out-of-order', previous: { odometer: { value: 184_000 } }, next: {} },
  });
});

test('an entry without a time follows those of its day that were entered before it', async () => {
  const at = (time: string) => ({ occurredAt: `2026-03-01T${time}:00+01:00` });
  expect((await record(fillUp('2026-03-01', 1000, at('08:00')))).status).toBe(201);
  expect((await record(fillUp('2026-03-01', 1050, at('17:30')))).status).toBe(201);
  const oil = { type: 'maintenance', date: '2026-03-01', data: { items: [{ kind: 'engine-oil' }] } };
  const id = randomUUID();
  const service = { ...oil, id, odometer: { value: 1060, unit: 'km' } };
  expect(await record(service)).toMatchObject({ status: 201, body: { event: { occurredAt: null } } });
  expect((await record(service)).status).toBe(200);
  const lower = { ...oil, odometer: { value: 1055, unit: 'km' } };
  expect(await record(lower)).toMatchObject({ status: 409, body: { code: 'odometer-out-of-order' } });
  const page = await robin.call({ url: `${vehicle}/timeline` });
  expect(page.body.items.map(({ odometer }: { odometer: { value: number } }) => odometer.value)).toEqual([
    1060, 1050, 1000,
  ]);
});

test('a jump within a batch is accepted with a warning, and a replaced odometer is none', async () => {
  const km = (date: string, value: number) => ({
    type: 'odometer',
    date,
    odometer: { value, unit: 'km' },
    data: {},
  });
  const replaced = {
    type: 'odometer-replacement',
    date: '2026-03-05',
    data: { oldFinal: { value: 1160, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
  };
  const events = [
    km('2026-03-01', 1000),
    km('2026-03-02', 1040),
    km('2026-03-03', 1080),
    km('2026-03-04', 1120),
    replaced,
    km('2026-03-06', 40),
    km('2026-03-07', 4000),
  ];
  const { body } = await robin.call({ url: `${vehicle}/events:batch`, body: { events } });
  expect(body.items.map(({ warnings = [] }: { warnings?: { code: string }[] }) => warnings[0]?.code)).toEqual(
    [...Array.from({ length: 6 }, () => undefined), 'odometer-jump'],
  );
});

test('who knows another version than the current one is told the current one', async () => {
  await record(fillUp('2026-03-01', 1000));
  expect(await record(fillUp('2026-03-02', 1100), { 'if-match': '"0"' })).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 1 },
  });
  expect((await record(fillUp('2026-03-02', 1100), { 'if-match': '"1"' })).status).toBe(201);
});

test('a batch answers for each event, and one refusal fails no other', async () => {
  const { status, body } = await robin.call({
    url: `${vehicle}/events:batch`,
    body: {
      events: [
        fillUp('2026-03-01', 1000),
        fillUp('2026-03-02', 900),
        { type: 'fuel', date: '2026-02-30', data: {} },
        fillUp('2026-03-03', 1200),
      ],
    },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ recorded: 2, refused: 2, duplicates: 0, version: 2 });
  const told = body.items.map(({ status: how, problem }: never) => [
    how,
    (problem as { code?: string })?.code,
  ]);
  expect(told).toEqual([
    ['recorded', undefined],
    ['refused', 'odometer-out-of-order'],
    ['refused', 'validation-failed'],
    ['recorded', undefined],
  ]);
  expect(body.items[2].problem.errors[0].pointer).toMatch(/^\/events\/2\//);
});

test('a batch on another version than the expected one is refused as a whole, its repetition is not', async () => {
  const batch = (headers: Record<string, string>) =>
    robin.call({
      url: `${vehicle}/events:batch`,
      body: { events: [fillUp('2026-03-01', 1000), fillUp('2026-03-02', 1100)] },
      headers,
    });
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
  expect(await batch({ 'if-match': '"3"' })).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 0 },
  });
  expect(await batch(headers)).toMatchObject({ status: 200, body: { recorded: 2, version: 2 } });
  expect(await batch(headers)).toMatchObject({ status: 200, body: { duplicates: 2, version: 2 } });
});

test('of two batches that expect the same version, one is recorded', async () => {
  const batch = (km: number) =>
    robin.call({
      url: `${vehicle}/events:batch`,
      body: { events: [fillUp('2026-03-01', km), fillUp('2026-03-02', km)] },
      headers: { 'if-match': '"0"' },
    });
  const answers = await Promise.all([batch(1000), batch(1000), batch(1000)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
});

test('a batch of more than a thousand is refused as a whole', async () => {
  const events = Array.from({ length: 1001 }, (_, day) => fillUp('2026-03-01', 1000 + day));
  expect(await robin.call({ url: `${vehicle}/events:batch`, body: { events } })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/events' }] },
  });
});

test('the timeline is newest first, filtered and in pages', async () => {
  await record(fillUp('2026-03-01', 1000));
  await record({ type: 'note', date: '2026-03-02', data: { text: 'A rattle' } });
  await record(fillUp('2026-03-03', 1100));
  const dates = async (query: string) =>
    (await robin.call({ url: `${vehicle}/timeline${query}` })).body.items.map(({ date }: never) => date);
  expect(await dates('')).toEqual(['2026-03-03', '2026-03-02', '2026-03-01']);
  expect(await dates('?type=fuel')).toEqual(['2026-03-03', '2026-03-01']);
  expect(await dates('?type=fuel,note&from=2026-03-02')).toEqual(['2026-03-03', '2026-03-02']);
  expect(await dates('?q=rattle')).toEqual(['2026-03-02']);
  const first = await robin.call({ url: `${vehicle}/timeline?limit=2` });
  expect(await dates(`?limit=2&cursor=${first.body.nextCursor}`)).toEqual(['2026-03-01']);
  const everywhere = await robin.call({ url: `/v1/timeline?vehicleId=${vehicle.split('/').at(-1)}` });
  expect(everywhere.body.items).toHaveLength(3);
});

test('the feed is in position order without a gap', async () => {
  const kim = await aPerson(on.app);
  const { body } = await kim.call({ url: '/v1/vehicles', body: { nickname: 'Feed' } });
  for (let day = 1; day <= 5; day += 1) {
    const event = fillUp(`2026-03-0${day}`, 1000 + day);
    await kim.call({ url: `/v1/vehicles/${body.id}/events`, body: event });
  }
  const first = await kim.call({ url: '/v1/feed?limit=3' });
  const rest = await kim.call({ url: `/v1/feed?after=${first.body.nextPosition}` });
  const positions = [first, rest].flatMap((page) => page.body.items.map(({ position }: never) => position));
  expect(positions).toEqual([1, 2, 3, 4, 5]);
  expect(rest.body).toMatchObject({ nextPosition: 5, headPosition: 5 });
});

test('event types tell their schemas', async () => {
  const { body } = await robin.call({ url: '/v1/event-types' });
  const types = body.items.map(({ type }: never) => type);
  expect(types).toEqual(
    expect.arrayContaining(['fuel', 'maintenance', 'odometer', 'reminder', 'expense', 'note']),
  );
  expect(types).not.toContain('retraction');
  const schema = await robin.call({ url: '/v1/event-types/fuel/schema' });
  expect(schema.body).toMatchObject({ $id: 'urn:odolog:event:fuel:v2', type: 'object' });
  expect((await robin.call({ url: '/v1/event-types/retraction/schema' })).status).toBe(404);
});

test('readings of one day without a time stand in the order in which they were recorded', async () => {
  expect((await record(fillUp('2026-03-01', 1100))).status).toBe(201);
  expect(await record(fillUp('2026-03-01', 1000))).toMatchObject({
    status: 409,
    body: { code: 'odometer-out-of-order' },
  });
  expect((await record({ ...fillUp('2026-03-01', 1000), occurredAt: '2026-03-01T08:00:00Z' })).status).toBe(
    201,
  );
});

test('a charge that is possible and yet odd is recorded with words about it, and one that cannot be is refused', async () => {
  const { body: vehicle } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'ID.3', timeZone: 'Europe/Berlin', energies: ['electricity'] },
  });
  const url = `/v1/vehicles/${vehicle.id}/events`;
  const charge = (data: object) => ({
    type: 'charge',
    date: '2026-03-02',
    data: {
      added: { value: 30, unit: 'kWh' },
      startedAt: '2026-03-01T23:30:00Z',
      endedAt: '2026-03-02T04:00:00Z',
      charger: 'home',
      ...data,
    },
  });
  expect((await robin.call({ url, body: charge({}) })).body.warnings).toEqual([]);
  const odd = await robin.call({
    url,
    body: { ...charge({ drawn: { value: 29, unit: 'kWh' } }), date: '2026-03-05' },
  });
  expect(odd).toMatchObject({
    status: 201,
    body: {
      warnings: [
        { code: 'charge-gains-energy' },
        {
          code: 'charge-on-another-day',
          detail: 'The charge started on 2026-03-02, but is entered on 2026-03-05',
        },
      ],
    },
  });
  for (const [pointer, wrong] of [
    ['/data/endedAt', { endedAt: '2026-03-01T20:00:00Z' }],
    ['/data/endPercent', { startPercent: 80, endPercent: 20 }],
  ] as const)
    expect(await robin.call({ url, body: charge(wrong) })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer, code: 'backwards' }] },
    });
});

test('hours that do not fit are refused with both neighbours and the ways out, each of which leads on', async () => {
  const { body: vehicle } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Tractor' } });
  const url = `/v1/vehicles/${vehicle.id}/events`;
  const reading = (date: string, hours: number, more = {}) => ({
    type: 'hours-meter',
    date,
    data: { hours, ...more },
  });
  const [before, after] = await Promise.all(
    [reading('2026-03-01', 1200), reading('2026-03-20', 1210)].map(
      async (body) => (await robin.call({ url, body })).body.event.id,
    ),
  );
  const detail = '12045 h does not fit between 1200 h on 2026-03-01 and 1210 h on 2026-03-20';
  expect(await robin.call({ url, body: reading('2026-03-10', 12_045) })).toMatchObject({
    status: 409,
    body: {
      code: 'hours-out-of-order',
      reading: { hours: 12_045 },
      previous: { eventId: before, date: '2026-03-01', hours: 1200 },
      next: { eventId: after, date: '2026-03-20', hours: 1210 },
      waysOut: [
        { kind: 'tenths', hours: 1204.5 },
        { kind: 'correct-neighbour', eventId: after },
        { kind: 'void' },
        { kind: 'replacement' },
      ],
      errors: [{ pointer: '/data/hours', code: 'hours-out-of-order', detail }],
    },
  });
  const replacement = { oldFinalHours: 1215, newFirstHours: 3 };
  for (const body of [
    reading('2026-03-10', 1204.5),
    reading('2026-03-11', 12_045, { hoursVoid: true }),
    { type: 'hours-meter-replacement', date: '2026-03-21', data: replacement },
    reading('2026-03-22', 11),
    { type: 'maintenance', date: '2026-03-23', data: { items: [{ kind: 'grease' }], hours: 19 } },
  ])
    expect(await robin.call({ url, body })).toMatchObject({ status: 201, body: { warnings: [] } });
  const tooLow = { oldFinalHours: 1209, newFirstHours: 3 };
  expect(
    await robin.call({
      url,
      body: { type: 'hours-meter-replacement', date: '2026-03-20', data: tooLow },
    }),
  ).toMatchObject({ status: 409, body: { errors: [{ pointer: '/data/oldFinalHours' }] } });
});

test('an hours meter that ran faster than time is recorded with a word', async () => {
  const { body: vehicle } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Boat' } });
  const reading = (date: string, hours: number) => ({ type: 'hours-meter', date, data: { hours } });
  const { body } = await robin.call({
    url: `/v1/vehicles/${vehicle.id}/events:batch`,
    body: { events: [reading('2026-03-01', 100), reading('2026-03-10', 1200)] },
  });
  expect(body.items.map(({ warnings = [] }: { warnings?: object[] }) => warnings)).toMatchObject([
    [],
    [{ code: 'hours-jump' }],
  ]);
});

test('a charge is held to the battery of its vehicle, once that is said', async () => {
  const { body: vehicle } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Zoe', energies: ['electricity'], batteryWh: 52_000 },
  });
  expect(vehicle.batteryWh).toBe(52_000);
  const charge = (date: string, kWh: number) => ({
    url: `/v1/vehicles/${vehicle.id}/events`,
    body: {
      type: 'charge',
      date,
      data: { added: { value: kWh, unit: 'kWh' }, startedAt: `${date}T11:00:00Z`, charger: 'home' },
    },
  });
  expect((await robin.call(charge('2026-03-01', 50))).body.warnings).toEqual([]);
  expect((await robin.call(charge('2026-03-02', 80))).body.warnings).toEqual([
    {
      code: 'charge-above-capacity',
      detail: '80 kWh are more than the battery of 52 kWh has room for',
    },
  ]);
  const none = { method: 'PATCH', url: `/v1/vehicles/${vehicle.id}`, body: { batteryWh: 0 } } as const;
  expect(await robin.call(none)).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
});
