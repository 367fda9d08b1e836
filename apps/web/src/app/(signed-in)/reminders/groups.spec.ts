import { expect, it } from 'vitest';
import type { Reminder } from '@/api/schema.gen';
import { dueOf, groupsOf } from './groups';

const reminder = (about: Partial<Reminder>) =>
  ({
    first: 'date',
    dueDate: '2026-12-01',
    daysLeft: 10,
    dueOdometer: null,
    distanceLeftM: null,
    ...about,
  }) as Reminder;

it('puts what is due now together, and leaves out what is over', () => {
  const states = ['overdue', 'due', 'due-soon', 'upcoming', 'snoozed', 'completed', 'dismissed'] as const;
  const groups = groupsOf(states.map((state) => reminder({ state })));
  expect(Object.entries(groups).map(([group, { length }]) => [group, length])).toEqual([
    ['due', 2],
    ['soon', 1],
    ['later', 1],
    ['snoozed', 1],
  ]);
});

it('counts by the limit that comes first', () => {
  expect(dueOf(reminder({ state: 'due-soon' }))).toEqual({
    state: 'soon',
    by: { days: 10, date: '2026-12-01' },
  });
  const byDistance = {
    first: 'odometer',
    dueOdometer: { value: 62_000, unit: 'km' },
    distanceLeftM: -112_000,
  } as const;
  expect(dueOf(reminder({ state: 'overdue', ...byDistance }))).toEqual({
    state: 'overdue',
    by: { metres: -112_000, atM: 62_000_000 },
  });
  const byHours = { first: 'hours', dueHours: 1500, hoursLeft: 12.5 } as const;
  expect(dueOf(reminder({ state: 'due-soon', ...byHours }))).toEqual({
    state: 'soon',
    by: { hours: 12.5, atHours: 1500 },
  });
  expect(dueOf(reminder({ first: null, dueDate: null, daysLeft: null }))).toBeNull();
});
