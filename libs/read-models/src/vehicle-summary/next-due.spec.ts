import type { ReminderFact } from '@odolog/events';
import { describe, expect, it } from 'vitest';
import { monthsAfter, nextDue, type DoneService, type DueContext } from './next-due.js';

const reminder = (eventId: string, fact: Partial<ReminderFact>) => ({
  eventId,
  date: '2026-01-01',
  fact: { title: eventId, anchor: 'completion' as const, ...fact },
});
const done = (date: string, odometerM: number | null = null): DoneService => ({
  date,
  odometerM,
  kinds: ['engine-oil'],
});
/** A hundred kilometres a day: 10,000 km on 11 April 2026. */
const driven = {
  firstReading: { date: '2026-01-01', odometerM: 0 },
  lastReading: { date: '2026-04-11', odometerM: 10_000_000 },
};
const due = (context: Partial<DueContext>) => nextDue({ reminders: [], services: [], ...driven, ...context });

describe('what is due next', () => {
  it('is nothing without a reminder', () => {
    expect(due({})).toBeNull();
  });

  it('is whichever comes first, a distance by the usual distance a day', () => {
    const [byDate, byDistance] = [
      reminder('inspection', { dueDate: '2026-05-01' }),
      reminder('tyres', { dueOdometerM: 11_000_000 }),
    ];
    expect(due({ reminders: [byDate, byDistance] })).toEqual({
      eventId: 'tyres',
      title: 'tyres',
      dueOdometerM: 11_000_000,
    });
    const later = reminder('tyres', { dueOdometerM: 13_000_000 });
    expect(due({ reminders: [byDate, later] })).toMatchObject({ eventId: 'inspection' });
  });

  it('is a distance last, when nobody knows how far the vehicle goes in a day', () => {
    const reminders = [
      reminder('tyres', { dueOdometerM: 1 }),
      reminder('inspection', { dueDate: '2030-01-01' }),
    ];
    expect(due({ reminders, firstReading: null, lastReading: null })).toMatchObject({
      eventId: 'inspection',
    });
  });

  it('is armed again by a service of its kind, counted from that', () => {
    const oil = reminder('oil', {
      dueDate: '2026-02-01',
      dueOdometerM: 5_000_000,
      every: { months: 12, distanceM: 15_000_000 },
      serviceKind: 'engine-oil',
    });
    expect(due({ reminders: [oil], services: [done('2026-02-20', 5_200_000)] })).toEqual({
      eventId: 'oil',
      title: 'oil',
      dueDate: '2027-02-20',
      dueOdometerM: 20_200_000,
    });
  });

  it('stays on a fixed schedule, whenever it was done', () => {
    const inspection = reminder('inspection', {
      dueDate: '2026-01-31',
      every: { months: 1 },
      anchor: 'schedule',
      serviceKind: 'engine-oil',
    });
    expect(due({ reminders: [inspection], services: [done('2026-02-05')] })).toMatchObject({
      dueDate: '2026-02-28',
    });
    expect(due({ reminders: [inspection], services: [done('2026-02-28')] })).toMatchObject({
      dueDate: '2026-03-31',
    });
    expect(due({ reminders: [inspection], services: [done('2026-01-15')] })).toMatchObject({
      dueDate: '2026-02-28',
    });
  });

  it('is over when a reminder that does not recur was done, but not by work before it or of another kind', () => {
    const once = reminder('once', { dueDate: '2026-05-01', serviceKind: 'engine-oil' });
    expect(due({ reminders: [once], services: [done('2026-01-01')] })).toBeNull();
    expect(due({ reminders: [once], services: [done('2025-12-31')] })).not.toBeNull();
    expect(
      due({ reminders: [once], services: [{ ...done('2026-03-01'), kinds: ['tyres'] }] }),
    ).not.toBeNull();
  });
});

describe('months after a date', () => {
  it('keep the day of the month, or take the last one of a shorter month', () => {
    expect([1, 2, 13].map((months) => monthsAfter('2026-01-31', months))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2027-02-28',
    ]);
    expect(monthsAfter('2027-11-30', 3)).toBe('2028-02-29');
  });
});
