import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { atReminders, oil, today } from './at-reminders.js';

const { at, set, list } = atReminders();

test('work names reminders of its own vehicle, and what it named once may be named again', async () => {
  const work = (id: string, more: object = {}) => ({
    type: 'maintenance',
    date: today,
    data: { items: [{ kind: 'engine-oil' }], reminderIds: [id] },
    ...more,
  });
  const events = `${at.vehicle}/events`;
  const unknown = (pointer: string) => ({ pointer, code: 'unknown-reminder' });
  const refused = (pointer: string) => ({
    status: 422,
    body: { code: 'validation-failed', errors: [unknown(pointer)] },
  });
  const { body: note } = await at.record({ type: 'note', date: today, data: { text: 'Rattles' } });
  const nobodys = '01900000-0000-7000-8000-000000000000';
  for (const id of [nobodys, note.event.id])
    expect(await at.robin.call({ url: events, body: work(id) })).toMatchObject(
      refused('/data/reminderIds/0'),
    );
  const { body: reminder } = await set(oil);
  const { body: elsewhere } = await at.robin.call({ url: '/v1/vehicles', body: { nickname: 'Other' } });
  expect(
    await at.robin.call({ url: `/v1/vehicles/${elsewhere.id}/events`, body: work(reminder.id) }),
  ).toMatchObject(refused('/data/reminderIds/0'));

  // Retracted since, it is still what the work named.
  const { body: done } = await at.record(work(reminder.id));
  const url = `${events}/${reminder.id}/retractions`;
  expect((await at.robin.call({ url, body: { reason: 'Not mine' } })).status).toBe(201);
  const corrected = (id: string) => ({
    url: `${events}/${done.event.id}/corrections`,
    body: { reason: 'Read wrongly', event: work(id) },
  });
  expect(await at.robin.call(corrected(nobodys))).toMatchObject(refused('/event/data/reminderIds/0'));
  expect((await at.robin.call(corrected(reminder.id))).status).toBe(201);

  const together = '01900000-0000-7000-8000-00000000000a';
  const { body: batch } = await at.robin.call({
    url: `${events}:batch`,
    body: {
      events: [
        work(nobodys),
        { type: 'reminder', id: together, date: today, data: { title: 'Chain', dueDate: today } },
        work(together),
      ],
    },
  });
  expect(batch.items).toMatchObject([
    { status: 'refused', problem: { errors: [unknown('/events/0/data/reminderIds/0')] } },
    { status: 'recorded' },
    { status: 'recorded' },
  ]);
});

test('work names what corrections have made a reminder, in either case, and not what they have made of one', async () => {
  const events = `${at.vehicle}/events`;
  const work = (id: string, more: object = {}) => ({
    type: 'maintenance',
    date: today,
    data: { items: [{ kind: 'engine-oil' }], reminderIds: [id], ...more },
  });
  const correct = (id: string, event: object) =>
    at.robin.call({ url: `${events}/${id}/corrections`, body: { reason: 'Meant otherwise', event } });
  const note = { type: 'note', date: today, data: { text: 'Rattles' } };
  const chain = { type: 'reminder', date: today, data: { title: 'Chain', dueDate: today } };

  const { body: set } = await at.record(chain);
  expect((await correct(set.event.id, note)).status).toBe(201);
  expect(await at.robin.call({ url: events, body: work(set.event.id) })).toMatchObject({ status: 422 });

  const { body: noted } = await at.record(note);
  expect((await correct(noted.event.id, chain)).status).toBe(201);
  const body = work(noted.event.id.toUpperCase());
  const headers = { 'idempotency-key': noted.event.id };
  const done = await at.robin.call({ url: events, body, headers });
  expect(done).toMatchObject({ status: 201, body: { event: { data: { reminderIds: [noted.event.id] } } } });
  expect((await at.robin.call({ url: events, body, headers })).body.event.id).toBe(done.body.event.id);
  expect(await list('?state=completed')).toMatchObject([{ id: noted.event.id }]);
});

test('work names no reminder that is refused beside it, unless it is there already', async () => {
  const url = `${at.vehicle}/events:batch`;
  const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
  const reminder = { type: 'reminder', date: today, data: { title: 'Belt', dueDate: today } };
  const behind = { odometer: { value: 1, unit: 'km' } };
  const work = (named: string) => ({
    type: 'maintenance',
    date: today,
    data: { items: [{ kind: 'timing-belt' }], reminderIds: [named] },
  });
  await at.record({ type: 'odometer', date: '2026-01-01', odometer: { value: 5000, unit: 'km' }, data: {} });
  await at.record({ ...reminder, id: id('b1') });

  const events = [
    { ...reminder, ...behind, id: id('b2') },
    work(id('b2')),
    { ...reminder, data: { ...reminder.data, title: 'Another' }, id: id('b1') },
    work(id('b1')),
    { ...reminder, id: id('b3') },
    { ...reminder, data: { ...reminder.data, title: 'Another' }, id: id('b3') },
    work(id('b3')),
  ];
  const { body: batch } = await at.robin.call({ url, body: { events } });
  expect(batch).toMatchObject({
    items: [
      { status: 'refused', problem: { code: 'odometer-out-of-order' } },
      {
        status: 'refused',
        problem: { errors: [{ pointer: '/events/1/data/reminderIds/0', code: 'unknown-reminder' }] },
      },
      { status: 'refused', problem: { code: 'idempotency-key-reused' } },
      { status: 'recorded' },
      { status: 'recorded' },
      { status: 'refused', problem: { code: 'idempotency-key-reused' } },
      { status: 'recorded' },
    ],
    recorded: 3,
    refused: 4,
  });
});

test('work that leaves the reminder which it names no place is refused for that, though it comes first', async () => {
  const id = '01900000-0000-7000-8000-0000000000c1';
  const events = [
    {
      type: 'maintenance',
      date: '2026-02-01',
      odometer: { value: 8000, unit: 'km' },
      data: { items: [{ kind: 'timing-belt' }], reminderIds: [id] },
    },
    { type: 'note', date: '2026-02-01', data: { text: 'Rattles' } },
    {
      type: 'reminder',
      id,
      date: '2026-03-01',
      odometer: { value: 6000, unit: 'km' },
      data: { title: 'Belt', dueDate: today },
    },
  ];
  const { body: batch } = await at.robin.call({ url: `${at.vehicle}/events:batch`, body: { events } });
  expect(batch).toMatchObject({
    items: [
      { status: 'refused', problem: { code: 'odometer-out-of-order' } },
      { status: 'recorded' },
      { status: 'recorded', eventId: id },
    ],
    recorded: 2,
    refused: 1,
  });
});

test.each([
  ['only until it is refused itself', false, ['recorded', 'refused', 'refused', 'recorded', 'recorded']],
  ['where that is there already', true, ['recorded', 'refused', 'recorded', 'refused', 'refused']],
])('work that names a refused reminder leaves no place to another %s', async (_, isThere, statuses) => {
  const [refused, other] = [randomUUID(), randomUUID()];
  const km = (value: number) => ({ odometer: { value, unit: 'km' } });
  const reminder = { type: 'reminder', data: { title: 'Belt', dueDate: today } };
  const work = (named: string) => ({
    type: 'maintenance',
    data: { items: [{ kind: 'timing-belt' }], reminderIds: [named] },
  });
  const { robin } = at;
  const { body: vehicle } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Polo' } });
  const url = `/v1/vehicles/${vehicle.id}/events`;
  if (isThere) await robin.call({ url, body: { ...reminder, id: refused, date: '2026-01-02' } });
  const events = [
    { type: 'odometer', date: '2026-01-01', ...km(5000), data: {} },
    { ...reminder, id: refused, date: '2026-01-02', ...km(1) },
    { ...work(refused), date: '2026-02-01', ...km(8000) },
    { ...reminder, id: other, date: '2026-03-01', ...km(6000) },
    { ...work(other), date: '2026-03-02' },
  ];
  const { body: batch } = await robin.call({ url: `${url}:batch`, body: { events } });
  expect(batch.items.map(({ status }: { status: string }) => status)).toEqual(statuses);
});

test.each(['without a time', 'at one instant'])(
  'work that names a reminder behind it keeps its place among readings of its day %s',
  async (when) => {
    const id = randomUUID();
    const at8 = {
      date: '2026-03-04',
      ...(when === 'at one instant' && { occurredAt: '2026-03-04T08:00:00Z' }),
    };
    const km = (value: number) => ({ odometer: { value, unit: 'km' } });
    const { robin } = at;
    const { body: vehicle } = await robin.call({
      url: '/v1/vehicles',
      body: { nickname: 'Polo', currency: 'EUR' },
    });
    const events = [
      {
        type: 'maintenance',
        ...at8,
        ...km(8000),
        data: { items: [{ kind: 'timing-belt' }], reminderIds: [id] },
      },
      { type: 'odometer', ...at8, ...km(8100), data: {} },
      { type: 'reminder', id, date: at8.date, data: { title: 'Belt', dueDate: today } },
    ];
    const { body: batch } = await robin.call({
      url: `/v1/vehicles/${vehicle.id}/events:batch`,
      body: { events },
    });
    expect(batch).toMatchObject({ recorded: 3, refused: 0, items: [{}, {}, { eventId: id }] });
  },
);

test('a reminder with a reading of its own keeps its place among those of its day', async () => {
  const id = randomUUID();
  const km = (value: number) => ({ date: '2026-03-04', odometer: { value, unit: 'km' } });
  const { robin } = at;
  const { body: vehicle } = await robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Polo', currency: 'EUR' },
  });
  const events = [
    { type: 'maintenance', ...km(8000), data: { items: [{ kind: 'timing-belt' }], reminderIds: [id] } },
    { type: 'odometer', ...km(8100), data: {} },
    { type: 'reminder', id, ...km(8200), data: { title: 'Belt', dueDate: today } },
  ];
  const { body: batch } = await robin.call({
    url: `/v1/vehicles/${vehicle.id}/events:batch`,
    body: { events },
  });
  expect(batch).toMatchObject({ recorded: 3, refused: 0 });
});
