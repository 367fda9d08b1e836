import { holdTo } from '@odolog/problems';
import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { reminder } from './reminder.js';

it('tells both of its limits in canonical integers', () => {
  expect(reminder.facts(reminder.example).reminder).toEqual({
    title: 'Oil and filter',
    dueDate: '2027-05-01',
    dueOdometerM: 62_000_000,
    dueOdometerUnit: 'km',
    every: { months: 12, distanceM: 6_000_000, distanceUnit: 'km' },
    anchor: 'completion',
    serviceKind: 'engine-oil',
  });
});

it('tells hours of use in minutes, and how early a person wants to be told', () => {
  const data = { title: 'Oil', dueHours: 12.5, every: { hours: 50 }, soon: { days: 0, hours: 2 } };
  expect(reminder.facts(data).reminder).toEqual({
    title: 'Oil',
    dueRuntimeMin: 750,
    every: { runtimeMin: 3000 },
    anchor: 'completion',
    soon: { days: 0, runtimeMin: 120 },
  });
});

it('counts from completion when nothing else is said', () => {
  expect(reminder.facts({ title: 'Wash', every: { months: 1 } }).reminder?.anchor).toBe('completion');
});

it('says that it was set and both of its limits, in the viewer’s units', () => {
  const format = formatFor({ locale: 'en-US', distanceUnit: 'mi' });
  expect(reminder.summary(reminder.example, format)).toBe(
    'Reminder set: Oil and filter, by May 1, 2027 or at 38,525 mi',
  );
});

it('refuses to be due never', () => {
  expect(() => holdTo({ title: 'Someday' }, reminder.rules ?? [])).toThrow(
    expect.objectContaining({ code: 'validation-failed' }),
  );
});
