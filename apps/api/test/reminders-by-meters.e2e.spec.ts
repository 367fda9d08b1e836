import { daysAfter } from '@odolog/vehicle';
import { expect, test } from 'vitest';
import { atReminders, reminderIn, today } from './at-reminders.js';

const { at, set, act, list } = atReminders();

const read = (date: string, value: number) =>
  at.record({ type: 'odometer', date, odometer: { value, unit: 'km' }, data: {} });

test('what a reminder is due at is told as it was typed, not in the unit of the vehicle', async () => {
  const dueOdometer = { value: 60_000.5, unit: 'mi' };
  const every = { distance: { value: 5000, unit: 'mi' }, months: 6 };
  const { body: reminder } = await set({
    title: 'Brake fluid',
    dueOdometer,
    every,
    serviceKind: 'brake-fluid',
  });
  expect(reminder).toMatchObject({ dueOdometer, every });
  expect((await list())[0]).toMatchObject({ dueOdometer, every });
  const { body } = await act(reminder.id, 'complete', { odometer: { value: 84_210, unit: 'km' } });
  expect(body).toMatchObject({ dueOdometer: { value: 92_256.7, unit: 'km' }, every });
});

test('by the hours meter it comes back that many hours after what was logged, and hours that do not fit log nothing', async () => {
  const meter = { type: 'hours-meter', date: '2026-11-01', data: { hours: 1490 } };
  await at.record(meter);
  const { body: grease } = await set({
    title: 'Grease',
    dueHours: 1500,
    every: { hours: 50 },
    serviceKind: 'general-service',
  });
  const backwards = await act(grease.id, 'complete', { hours: 1400 });
  expect(backwards).toMatchObject({
    status: 409,
    body: { code: 'hours-out-of-order', errors: [{ pointer: '/hours' }] },
  });
  const { status, body } = await act(grease.id, 'complete', { hours: 1502 });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { dueHours: 1552, hoursLeft: 50, cycle: 2, first: 'hours' },
  });
  expect(await list()).toMatchObject([{ dueHours: 1552, hoursLeft: 50 }]);
});

test('the first reminder of a vehicle is judged by its readings at once', async () => {
  await read(daysAfter(today, -100), 10_000);
  await read(daysAfter(today, -10), 15_000);
  await at.fold();
  const { body } = await set({ title: 'Tyres', dueOdometer: { value: 14_000, unit: 'km' } });
  expect(body).toMatchObject({ state: 'overdue', distanceLeftM: -1_000_000 });
  expect(await list()).toEqual([reminderIn(body)]);
});

test('a reading that is dated ahead makes nothing due before its day', async () => {
  await read(daysAfter(today, -10), 10_000);
  await read(daysAfter(today, 20), 20_000);
  await set({ title: 'Tyres', dueOdometer: { value: 15_000, unit: 'km' } });
  expect(await list()).toMatchObject([{ state: 'upcoming', distanceLeftM: 5_000_000 }]);
});

test('a reminder is put off until a reading of the odometer that was replaced meanwhile', async () => {
  await read(daysAfter(today, -20), 160_000);
  const replaced = await at.record({
    type: 'odometer-replacement',
    date: daysAfter(today, -10),
    data: { oldFinal: { value: 160_010, unit: 'km' }, newFirst: { value: 0, unit: 'km' } },
  });
  expect(replaced.body).toMatchObject({ event: { type: 'odometer-replacement' } });
  await read(daysAfter(today, -5), 5000);
  await at.fold();
  const { body: reminder } = await set({ title: 'Tyres', dueOdometer: { value: 4000, unit: 'km' } });
  expect(reminder).toMatchObject({ state: 'overdue', distanceLeftM: -1_000_000 });
  const snoozed = await act(reminder.id, 'snooze', { untilOdometer: { value: 6000, unit: 'km' } });
  expect(snoozed.body).toMatchObject({ state: 'snoozed', snoozedUntil: { odometerM: 6_000_000 } });
  expect(await list()).toMatchObject([{ state: 'snoozed', snoozedUntil: { odometerM: 6_000_000 } }]);
  await read(daysAfter(today, -1), 6001);
  expect(await list()).toMatchObject([{ state: 'overdue', snoozedUntil: null }]);
});
