import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';

const at = atAVehicle();

test('a reading that fits between no neighbours names both, and the ways out', async () => {
  const before = await at.record(fillUp('2026-03-01', 1000));
  const after = await at.record(fillUp('2026-03-10', 2000));
  const { status, body } = await at.record(fillUp('2026-03-05', 2500));
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
  const asVoid = await at.record(
    fillUp('2026-03-05', 2500, { odometer: { value: 2500, unit: 'km', void: true } }),
  );
  expect(asVoid.status).toBe(201);
});

test('a neighbour that is less than a tenth away is told to the metre', async () => {
  const reading = (date: string, value: number, unit: string) =>
    at.robin.call({
      url: `${at.vehicle}/events`,
      body: { type: 'odometer', date, odometer: { value, unit }, data: {} },
    });
  await reading('2026-03-01', 100, 'mi');
  const { body } = await reading('2026-03-02', 160.9, 'km');
  expect(body.detail).toBe('160.9 km does not fit after 160.934 km on 2026-03-01');
  expect(body.previous.odometer).toEqual({ value: 160.934, unit: 'km' });
});

test('an earlier reading of the same day that is entered second is taken once its time is said', async () => {
  const later = await at.record(fillUp('2026-03-01', 1500));
  const earlier = fillUp('2026-03-01', 1400);
  const refused = await at.record(earlier);
  expect(refused).toMatchObject({ status: 409, body: { code: 'odometer-out-of-order' } });
  expect(refused.body.waysOut[0]).toEqual({ kind: 'say-when', eventId: later.body.event.id });
  expect((await at.record({ ...earlier, occurredAt: '2026-03-01T06:00:00Z' })).status).toBe(201);
});

test('a replaced odometer is a way out: what was refused fits the new one', async () => {
  await at.record(fillUp('2026-03-01', 184_000));
  const fill = fillUp('2026-03-20', 210);
  const refused = await at.record(fill);
  expect(refused.body.waysOut).toContainEqual({
    kind: 'replacement',
    oldFinal: { value: 184_000, unit: 'km' },
  });
  const data = { oldFinal: { value: 184_220, unit: 'km' }, newFirst: { value: 0, unit: 'km' } };
  const replaced = await at.record({ type: 'odometer-replacement', date: '2026-03-10', data });
  expect(replaced).toMatchObject({ status: 201, body: { event: { odometer: { value: 0, unit: 'km' } } } });
  const filled = await at.record(fill);
  expect(filled.status).toBe(201);
  // both sides keep their own neighbours
  expect((await at.record(fillUp('2026-03-05', 184_221))).body.next.odometer.value).toBe(184_220);
  expect((await at.record(fillUp('2026-03-15', 211))).body.next.odometer.value).toBe(210);
  // neither number of a replacement can be void: what is in its way can be corrected
  const refusedReplacement = async (date: string, oldFinal: number, newFirst: number) => {
    const km = (value: number) => ({ value, unit: 'km' });
    const numbers = { oldFinal: km(oldFinal), newFirst: km(newFirst) };
    const { body } = await at.record({ type: 'odometer-replacement', date, data: numbers });
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
  const url = `${at.vehicle}/events/${replaced.body.event.id}/retractions`;
  expect(await at.robin.call({ url, body: { reason: 'Mistaken' } })).toMatchObject({
    status: 409,
    body: { code: 'odometer-out-of-order', previous: { odometer: { value: 184_000 } }, next: {} },
  });
});

test('a reading far above the usual is accepted with a warning, also before anything is folded', async () => {
  await at.recordAll(
    fillUp('2026-03-01', 1000),
    fillUp('2026-03-10', 1500),
    fillUp('2026-03-20', 2000),
    fillUp('2026-03-30', 2500),
  );
  const usual = await at.robin.call({ url: `${at.vehicle}/events`, body: fillUp('2026-04-08', 3000) });
  expect(usual.body.warnings).toEqual([]);
  const jump = await at.robin.call({ url: `${at.vehicle}/events`, body: fillUp('2026-04-09', 33_000) });
  expect(jump).toMatchObject({ status: 201, body: { warnings: [{ code: 'odometer-jump' }] } });
  // its correction is not held against it, and what it replaced is known no more
  const correction = { reason: 'A digit too many', event: fillUp('2026-04-09', 3300) };
  const url = `${at.vehicle}/events/${jump.body.event.id}/corrections`;
  expect((await at.robin.call({ url, body: correction })).body.warnings).toEqual([]);
  expect((await at.record(fillUp('2026-04-20', 3800))).body.warnings).toEqual([]);
});

test('hours that do not fit are refused with both neighbours and the ways out, each of which leads on', async () => {
  const { body: vehicle } = await at.robin.call({ url: '/v1/vehicles', body: { nickname: 'Tractor' } });
  const url = `/v1/vehicles/${vehicle.id}/events`;
  const reading = (date: string, hours: number, more = {}) => ({
    type: 'hours-meter',
    date,
    data: { hours, ...more },
  });
  const [before, after] = await Promise.all(
    [reading('2026-03-01', 1200), reading('2026-03-20', 1210)].map(
      async (body) => (await at.robin.call({ url, body })).body.event.id,
    ),
  );
  const detail = '12045 h does not fit between 1200 h on 2026-03-01 and 1210 h on 2026-03-20';
  expect(await at.robin.call({ url, body: reading('2026-03-10', 12_045) })).toMatchObject({
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
    expect(await at.robin.call({ url, body })).toMatchObject({ status: 201, body: { warnings: [] } });
  const tooLow = { oldFinalHours: 1209, newFirstHours: 3 };
  expect(
    await at.robin.call({
      url,
      body: { type: 'hours-meter-replacement', date: '2026-03-20', data: tooLow },
    }),
  ).toMatchObject({ status: 409, body: { errors: [{ pointer: '/data/oldFinalHours' }] } });
});

test('an hours meter that ran faster than time is recorded with a word', async () => {
  const { body: vehicle } = await at.robin.call({ url: '/v1/vehicles', body: { nickname: 'Boat' } });
  const reading = (date: string, hours: number) => ({ type: 'hours-meter', date, data: { hours } });
  const { body } = await at.robin.call({
    url: `/v1/vehicles/${vehicle.id}/events:batch`,
    body: { events: [reading('2026-03-01', 100), reading('2026-03-10', 1200)] },
  });
  expect(body.items.map(({ warnings = [] }: { warnings?: object[] }) => warnings)).toMatchObject([
    [],
    [{ code: 'hours-jump' }],
  ]);
  // what came before is known at once, and no more once it is taken back
  const url = `/v1/vehicles/${vehicle.id}/events`;
  const next = await at.robin.call({ url, body: reading('2026-03-11', 2000) });
  expect(next.body.warnings).toMatchObject([{ code: 'hours-jump' }]);
  for (const { eventId } of [body.items[1], { eventId: next.body.event.id }])
    await at.robin.call({ url: `${url}/${eventId}/retractions`, body: { reason: 'A digit too many' } });
  expect((await at.robin.call({ url, body: reading('2026-03-12', 360) })).body.warnings).toEqual([]);
});

test.each([
  { of: 'between the days of its neighbours', date: '2026-03-05', when: {} },
  { of: 'on the day of the one before', date: '2026-03-01', when: {} },
  { of: 'at a time of its own', date: '2026-03-05', when: { occurredAt: '2026-03-05T17:30:00Z' } },
])(
  'a reading above the next one, $of, fits the old odometer once its replacement stands',
  async ({ date, when }) => {
    await at.record(fillUp('2026-03-01', 1000));
    await at.record(fillUp('2026-03-10', 2000));
    const reading = fillUp(date, 2500, when);
    const refused = await at.record(reading);
    const { oldFinal, newFirst, occurredAt } = refused.body.waysOut.at(-1);
    expect({ oldFinal, newFirst }).toEqual({
      oldFinal: reading.odometer,
      newFirst: { value: 2000, unit: 'km' },
    });
    const replacement = { type: 'odometer-replacement', date, occurredAt, data: { oldFinal, newFirst } };
    expect(await at.record(replacement)).toMatchObject({ status: 201 });
    expect(await at.record(reading)).toMatchObject({
      status: 201,
      body: { event: { odometer: reading.odometer } },
    });
    await at.fold();
    const { readings } = await at.read('odometer');
    expect(readings.map(({ trueM }: { trueM: number }) => trueM)).toEqual([
      2_500_000, 2_500_000, 2_500_000, 1_000_000,
    ]);
  },
);

test('so do hours above the next ones, once the replaced meter stands', async () => {
  const hours = (date: string, value: number) =>
    at.record({ type: 'hours-meter', date, data: { hours: value } });
  await hours('2026-03-01', 1000);
  await hours('2026-03-10', 1100);
  const refused = await hours('2026-03-05', 1250.5);
  const { kind: _, ...data } = refused.body.waysOut.at(-1);
  expect(data).toEqual({ oldFinalHours: 1250.5, newFirstHours: 1100 });
  const replacement = { type: 'hours-meter-replacement', date: '2026-03-05', data };
  expect(await at.record(replacement)).toMatchObject({ status: 201 });
  expect(await hours('2026-03-05', 1250.5)).toMatchObject({ status: 201 });
});
