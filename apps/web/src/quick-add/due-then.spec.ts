import { expect, it } from 'vitest';
import type { Reminder } from '@/api/schema.gen';
import { dueThen } from './due-then';

const reminder = (title: string, more: Partial<Reminder>): Reminder => ({
  id: title,
  eventId: title,
  vehicleId: 'v',
  title,
  state: 'upcoming',
  dueDate: null,
  dueOdometer: null,
  dueHours: null,
  every: null,
  anchor: 'completion',
  serviceKind: null,
  setOn: '2026-01-01',
  cycle: 2,
  since: { date: '2026-01-01', odometerM: null },
  dueOn: null,
  about: false,
  first: null,
  used: 0.4,
  daysLeft: null,
  distanceLeftM: null,
  hoursLeft: null,
  snoozedUntil: null,
  ...more,
});
const oil = reminder('Oil', { dueOdometer: { value: 62_000, unit: 'km' }, serviceKind: 'engine-oil' });
const insurance = reminder('Insurance', { dueDate: '2026-11-30' });
const byHours = reminder('Winch', { dueHours: 50 });
const service = (kind: string, more = {}) => ({
  type: 'maintenance',
  date: '2026-11-22',
  odometer: { value: 61_900, unit: 'km' as const },
  data: { items: [{ kind }] },
  ...more,
});
const settled = (reminders: Reminder[], draft: Parameters<typeof dueThen>[1]) =>
  dueThen(reminders, draft, null).flatMap(({ title, settled: isSettled }) => (isSettled ? [title] : []));

it('says how far off each is on the day and at the reading that are typed', () => {
  const draft = {
    type: 'fuel',
    date: '2026-11-21',
    odometer: { value: 61_847, unit: 'km' as const },
    data: {},
  };
  expect(dueThen([insurance, oil, byHours], draft, 0)).toEqual([
    {
      id: 'Insurance',
      title: 'Insurance',
      settled: false,
      due: { state: 'soon', by: { days: 9, date: '2026-11-30' } },
    },
    {
      id: 'Oil',
      title: 'Oil',
      settled: false,
      due: { state: 'soon', by: { metres: 153_000, atM: 62_000_000 } },
    },
  ]);
  const { odometer: _, ...unread } = draft;
  expect(dueThen([oil], unread, 61_000_000)[0]?.due.by).toMatchObject({ metres: 1_000_000 });
});

it('begins with what the typed work settles', () => {
  expect(dueThen([insurance, oil], service('engine-oil'), null).map(({ title }) => title)).toEqual([
    'Oil',
    'Insurance',
  ]);
  expect(settled([insurance, oil], service('engine-oil'))).toEqual(['Oil']);
  expect(settled([oil], service('tyres'))).toEqual([]);
  expect(settled([oil], service('engine-oil', { odometer: { value: 1, unit: 'km', void: true } }))).toEqual(
    [],
  );
});

it('leaves the next day of a fixed schedule standing when its last one has only just been settled', () => {
  const yearly = { ...oil, anchor: 'schedule' as const };
  expect(settled([yearly], service('engine-oil'))).toEqual([]);
  expect(settled([{ ...yearly, used: 0.9 }], service('engine-oil'))).toEqual(['Oil']);
  expect(settled([{ ...yearly, cycle: 1 }], service('engine-oil'))).toEqual(['Oil']);
});
