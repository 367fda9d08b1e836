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
  dueThen(reminders, draft, null).flatMap(({ title, due }) => (due ? [] : [title]));

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
      due: { state: 'soon', by: { days: 9, date: '2026-11-30' } },
    },
    {
      id: 'Oil',
      title: 'Oil',
      due: { state: 'soon', by: { metres: 153_000, atM: 62_000_000 } },
    },
  ]);
  const { odometer: _, ...unread } = draft;
  expect(dueThen([oil], unread, 61_000_000)[0]?.due?.by).toMatchObject({ metres: 1_000_000 });
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

it('leaves the next mark of a fixed schedule standing when the last one has only just been settled', () => {
  const yearly = reminder('Inspection', {
    dueDate: '2027-06-01',
    every: { months: 12 },
    anchor: 'schedule',
    serviceKind: 'inspection',
    since: { date: '2026-06-10', odometerM: null },
  });
  const on = (date: string) => service('inspection', { date });
  expect(settled([yearly], on('2026-06-24'))).toEqual([]);
  expect(settled([yearly], on('2027-03-01'))).toEqual(['Inspection']);
  expect(settled([{ ...yearly, cycle: 1 }], on('2026-06-24'))).toEqual(['Inspection']);
  const far = { dueDate: null, dueOdometer: { value: 90_000, unit: 'km' as const } };
  const byDistance = { ...yearly, ...far, every: { distance: { value: 30_000, unit: 'km' as const } } };
  expect(settled([byDistance], service('inspection'))).toEqual([]);
  const near = { odometer: { value: 80_000, unit: 'km' as const } };
  expect(settled([byDistance], service('inspection', near))).toEqual(['Inspection']);
});

it('settles what is due by hours alone, and of a fixed schedule only near its mark', () => {
  const winch = { ...byHours, serviceKind: 'winch' };
  const at = (hours: number, more = {}) =>
    service('winch', { data: { items: [{ kind: 'winch' }], hours, ...more } });
  expect(settled([winch], service('winch'))).toEqual(['Winch']);
  const scheduled = { ...winch, dueHours: 500, every: { hours: 100 }, anchor: 'schedule' as const };
  expect(settled([scheduled], at(420))).toEqual([]);
  expect(settled([scheduled], at(480))).toEqual(['Winch']);
  expect(settled([scheduled], at(480, { hoursVoid: true }))).toEqual([]);
  expect(settled([scheduled], service('winch'))).toEqual([]);
});

it('settles nothing by work that was done before the reminder was set or last done', () => {
  const done = { ...oil, since: { date: '2026-10-01', odometerM: null } };
  expect(settled([done], service('engine-oil', { date: '2026-01-15' }))).toEqual([]);
  expect(settled([done], service('engine-oil', { date: '2026-10-01' }))).toEqual([]);
  expect(settled([done], service('engine-oil', { date: '2026-10-02' }))).toEqual(['Oil']);
});

it('says nothing while no day is typed, and reckons with no reading that is void', () => {
  expect(dueThen([oil], service('engine-oil', { date: '' }), 0)).toEqual([]);
  const odometer = { value: 1, unit: 'km' as const, void: true };
  expect(dueThen([oil], service('engine-oil', { odometer }), 61_000_000)[0]?.due?.by).toMatchObject({
    metres: 1_000_000,
  });
});
