import { daysAfter, monthsAfter } from '@odolog/vehicle';
import { describe, expect, test } from 'vitest';
import { atReminders, oil, reminderIn, today } from './at-reminders.js';
import { aPerson } from './test-app.js';

const { at, set, act, list } = atReminders();

test('a reminder that was set is there at once, and in the lists once it is folded', async () => {
  const { status, body } = await set(oil);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: {
      title: 'Oil and filter',
      state: 'due',
      dueDate: today,
      dueOn: today,
      daysLeft: 0,
      every: { months: 12, distance: { value: 15_000, unit: 'km' } },
      anchor: 'completion',
      cycle: 1,
      setOn: today,
      event: { type: 'reminder' },
      warnings: [],
    },
  });
  const reminder = reminderIn(body);
  expect(await list()).toEqual([reminder]);
  const all = await at.robin.call({ url: '/v1/reminders?state=due' });
  expect(all.body.items).toContainEqual(reminder);
  const others = await at.robin.call({ url: '/v1/reminders?state=overdue,upcoming' });
  expect(others.body.items).toEqual([]);
});

test('faults point to the fields as they were sent', async () => {
  const { status, body } = await set({ title: '', dueDate: '2026-02-30', colour: 'red' });
  expect(status).toBe(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
    '/colour',
    '/dueDate',
    '/title',
  ]);
  expect((await set({ title: 'Someday' })).body.code).toBe('validation-failed');
});

test('snoozing puts it off until a day that is still to come', async () => {
  const { body: reminder } = await set({
    ...oil,
    dueDate: daysAfter(today, -3),
    date: daysAfter(today, -30),
  });
  expect(reminder.state).toBe('overdue');
  const { body } = await act(reminder.id, 'snooze', { days: 7 });
  expect(body).toMatchObject({ state: 'snoozed', snoozedUntil: { date: daysAfter(today, 7) } });
  expect(await list('?state=snoozed')).toHaveLength(1);
  for (const until of [{ until: today }, { until: 'soon' }, {}])
    expect(await act(reminder.id, 'snooze', until)).toMatchObject({ status: 422 });
});

test('dismissing ends it, and taking that back brings it back', async () => {
  const { body: reminder } = await set(oil);
  const { body } = await act(reminder.id, 'dismiss', { notes: 'Sold the mower' });
  expect(body).toMatchObject({ state: 'dismissed', event: { type: 'reminder-dismissed' } });
  expect(await act(reminder.id, 'snooze', { days: 1 })).toMatchObject({ status: 409 });
  await at.robin.call({
    url: `${at.vehicle}/events/${body.event.id}/retractions`,
    body: { reason: 'Not sold after all' },
  });
  expect(await list()).toMatchObject([{ id: reminder.id, state: 'due' }]);
});

test('an edit is a correction: the reminder keeps its id', async () => {
  const { body: reminder } = await set(oil);
  await at.robin.call({
    url: `${at.vehicle}/events/${reminder.eventId}/corrections`,
    body: {
      reason: 'Every two years',
      event: { type: 'reminder', date: today, data: { ...oil, every: { months: 24 } } },
    },
  });
  const [edited] = await list();
  expect(edited).toMatchObject({ id: reminder.id, every: { months: 24 } });
  expect(edited.eventId).not.toBe(reminder.eventId);
  const { body } = await act(reminder.id, 'complete');
  expect(body).toMatchObject({ id: reminder.id, cycle: 2, dueDate: monthsAfter(today, 24) });
});

test('a vehicle that is sold keeps its reminders to itself', async () => {
  await set(oil);
  await at.record({ type: 'sold', date: today, data: {} });
  expect(await list()).toHaveLength(1);
  const all = await at.robin.call({ url: '/v1/reminders' });
  const ofVehicle = all.body.items.filter((each: { vehicleId: string }) =>
    at.vehicle.endsWith(each.vehicleId),
  );
  expect(ofVehicle).toEqual([]);
  expect((await at.robin.call({ url: `${at.vehicle}/summary` })).body.nextDue).toBeNull();
});

test('nobody else finds it, and what is no reminder is not found', async () => {
  const { body: reminder } = await set(oil);
  const stranger = await aPerson(at.on.app);
  const found = await stranger.call({ url: `/v1/reminders/${reminder.id}/dismiss`, body: {} });
  expect(found.status).toBe(404);
  const { body } = await at.record({ type: 'note', date: today, data: { text: 'Rattles' } });
  expect((await act(body.event.id, 'complete')).status).toBe(404);
});

describe('an odd number', () => {
  test.each([
    [
      'an interval of nothing',
      { dueDate: today, every: { distance: { value: 0, unit: 'km' } } },
      'too-small',
    ],
    ['a day of another age', { dueDate: '9999-12-31' }, 'out-of-range'],
  ])('%s is refused', async (_what, about, code) => {
    expect(await set({ title: 'Oil', ...about })).toMatchObject({
      status: 422,
      body: { errors: [{ code }] },
    });
  });
});

test('the usual services of a vehicle are listed in the language of who asks, each ready to be set', async () => {
  await at.robin.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale: 'de-DE' } });
  const { body } = await at.robin.call({ url: `${at.vehicle}/reminder-templates?limit=2` });
  expect(body.items[0]).toEqual({
    id: 'engine-oil',
    reminder: {
      title: 'Motoröl und Filter',
      serviceKind: 'engine-oil',
      anchor: 'completion',
      every: { months: 12, distance: { value: 15_000, unit: 'km' } },
    },
  });
  const cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  const rest = await at.robin.call({ url: `${at.vehicle}/reminder-templates?limit=200${cursor}` });
  const all: { id: string; reminder: { title: string } }[] = [...body.items, ...rest.body.items];
  expect(all.map(({ id }) => id)).toContain('tax');
  for (const { reminder } of all)
    expect(await set(reminder)).toMatchObject({ status: 201, body: { title: reminder.title } });
  await at.robin.call({ method: 'PATCH', url: '/v1/me/preferences', body: { locale: 'en' } });
});
