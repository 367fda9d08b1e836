import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { type EventToAppend } from '@odolog/event-store';
import { anEvent, aReading, atAStore, type TestTenant } from '@odolog/testing';
import { evaluateReminders } from '@odolog/vehicle';
import { beforeEach, expect, it } from 'vitest';
import { readReminderContexts } from '../src/reminders/read-reminder-contexts.js';
import { hidingOf } from './histories.js';

const on = atAStore();
let tenant: TestTenant;
let vehicle: string;
beforeEach(async () => {
  tenant = await on.aTenant();
  vehicle = await on.aVehicle(tenant);
});

async function append(...events: EventToAppend[]) {
  const outcomes = await on.store.appendAll(events, { atomic: true });
  expect(outcomes.map(({ status }) => status)).toEqual(events.map(() => 'appended'));
}

/** The reminders of the vehicle as the role of the API sees them. */
async function standings(today: string) {
  await on.fold();
  const contexts = await forTenant(on.api(), tenant.tenantId, (trx) =>
    readReminderContexts(trx, [{ id: vehicle, today }]),
  );
  const context = contexts.get(vehicle);
  return context ? evaluateReminders(context, today) : [];
}

const aReminder = (about: object = {}) =>
  anEvent('reminder', tenant, vehicle, { date: '2026-01-01', ...about });
const anOilChange = (about: object = {}) =>
  anEvent('maintenance', tenant, vehicle, { date: '2026-03-01', ...about });

it('keeps its id through an edit of an edit', async () => {
  const first = aReminder();
  const second = aReminder({ correctsId: first.id, data: { title: 'Oil', dueDate: '2026-02-01' } });
  const third = aReminder({ correctsId: second.id, data: { title: 'Oil', dueDate: '2026-02-02' } });
  await append(first);
  await standings('2026-01-01');
  await append(second, third);
  expect(await standings('2026-02-02')).toMatchObject([
    { state: 'due', reminder: { id: first.id, eventId: third.id } },
  ]);
});

it('is completed by work of its kind, until that is taken back', async () => {
  const reminder = aReminder();
  const work = anOilChange({ km: 55_000 });
  await append(reminder, work);
  expect(await standings('2026-03-01')).toMatchObject([
    { cycle: { number: 2, due: { date: '2027-03-01', odometerM: 61_000_000 } } },
  ]);
  await append(hidingOf(work, 'retraction', randomUUID()));
  expect(await standings('2026-03-01')).toMatchObject([{ cycle: { number: 1 } }]);
});

it('is not completed by work whose reading is void', async () => {
  await append(
    aReminder(),
    anOilChange({ odometer: { value: 99, unit: 'km', void: true }, odometerM: 99_000 }),
  );
  expect(await standings('2026-03-01')).toMatchObject([{ cycle: { number: 1 } }]);
});

it('is not completed by work whose hours are void, not even by naming it', async () => {
  const reminder = aReminder();
  const items = [{ kind: 'engine-oil' }];
  const work = { items, hours: 99_999, hoursVoid: true };
  await append(reminder, anOilChange({ data: work }));
  expect(await standings('2026-03-01')).toMatchObject([{ cycle: { number: 1 } }]);
  await append(anOilChange({ data: { ...work, reminderIds: [reminder.id] } }));
  expect(await standings('2026-03-01')).toMatchObject([{ cycle: { number: 1 } }]);
});

it('counts on from the last valid reading where the work has none of its own', async () => {
  await append(aReading(tenant, vehicle, { km: 54_000, date: '2026-02-27' }), aReminder(), anOilChange());
  expect(await standings('2026-03-01')).toMatchObject([{ cycle: { due: { odometerM: 60_000_000 } } }]);
});

it('goes on by true distance where the odometer was replaced', async () => {
  const data = { title: 'Tyres', dueOdometer: { value: 50_000, unit: 'km' } };
  await append(aReading(tenant, vehicle, { km: 49_000, date: '2026-01-01' }), aReminder({ data }));
  const replaced = { oldFinal: { value: 49_400, unit: 'km' }, newFirst: { value: 10, unit: 'km' } };
  await append(
    anEvent('odometer-replacement', tenant, vehicle, { data: replaced, date: '2026-02-01', km: 10 }),
    aReading(tenant, vehicle, { km: 609, date: '2026-02-02' }),
  );
  expect(await standings('2026-02-02')).toMatchObject([{ state: 'due-soon' }]);
  await append(aReading(tenant, vehicle, { km: 611, date: '2026-02-03' }));
  expect(await standings('2026-02-03')).toMatchObject([{ state: 'overdue' }]);
});

it('goes on by true hours where the hours meter was replaced, whatever void hours say', async () => {
  const at = (date: string, data: object) =>
    anEvent('hours-meter', tenant, vehicle, { date, data: { ...data } });
  const data = { title: 'Hydraulics', dueHours: 1000, serviceKind: 'hydraulic-oil', every: { hours: 500 } };
  await append(at('2026-01-01', { hours: 900 }), aReminder({ data }));
  const replaced = { oldFinalHours: 960, newFirstHours: 0 };
  await append(
    anEvent('hours-meter-replacement', tenant, vehicle, { data: replaced, date: '2026-02-01' }),
    at('2026-02-02', { hours: 8000, hoursVoid: true }),
    at('2026-02-03', { hours: 39 }),
  );
  expect(await standings('2026-02-03')).toMatchObject([
    { state: 'due-soon', first: 'runtimeMin', about: true, dueOn: '2026-02-04' },
  ]);
  await append(at('2026-02-04', { hours: 41 }));
  expect(await standings('2026-02-04')).toMatchObject([{ state: 'overdue' }]);
  const items = [{ kind: 'hydraulic-oil' }];
  await append(anEvent('maintenance', tenant, vehicle, { date: '2026-02-05', data: { items, hours: 45 } }));
  expect(await standings('2026-02-05')).toMatchObject([
    { state: 'upcoming', cycle: { number: 2, due: { runtimeMin: (960 + 45 + 500) * 60 } } },
  ]);
});

it('is dismissed, and back again when that is taken back', async () => {
  const reminder = aReminder();
  const dismissal = anEvent('reminder-dismissed', tenant, vehicle, {
    data: { reminderId: reminder.id, title: 'Oil' },
  });
  await append(reminder, dismissal);
  expect(await standings('2026-03-01')).toMatchObject([{ state: 'dismissed' }]);
  await append(hidingOf(dismissal, 'retraction', randomUUID()));
  expect(await standings('2026-03-01')).toMatchObject([{ state: 'upcoming' }]);
});

it('is gone when it is taken back itself, and no neighbour ever saw it', async () => {
  const reminder = aReminder();
  await append(reminder);
  await on.fold();
  const neighbour = await on.aTenant();
  const seen = await forTenant(on.api(), neighbour.tenantId, (trx) =>
    readReminderContexts(trx, [{ id: vehicle, today: '2026-03-01' }]),
  );
  expect(seen.size).toBe(0);
  await append(hidingOf(reminder, 'retraction', randomUUID()));
  expect(await standings('2026-03-01')).toEqual([]);
});
