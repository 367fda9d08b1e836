import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, daysBetween, monthsAfter } from './calendar.js';
import { evaluateReminder, type ReminderState } from './evaluate-reminder.js';
import type { DoneService, StandingReminder } from './reminder-history.js';
import { projectedDate, projectedValue, usageOf } from './usage.js';

const day = fc.integer({ min: 0, max: 2000 }).map((days) => daysAfter('2024-01-01', days));
const every = fc.record(
  { months: fc.integer({ min: 1, max: 24 }), distanceM: fc.integer({ min: 100_000, max: 30_000_000 }) },
  { requiredKeys: ['months'] },
);
const reminder: fc.Arbitrary<StandingReminder> = fc
  .record({
    date: day,
    dueDate: day,
    anchor: fc.constantFrom('completion', 'schedule'),
    every: fc.option(every),
  })
  .map(({ date, every: cycle, ...fact }) => ({
    id: 'r',
    eventId: 'r',
    date,
    sequence: 50,
    odometerM: 0,
    runtimeMin: null,
    fact: { title: 'Oil', serviceKind: 'engine-oil', ...fact, ...(cycle && { every: cycle }) },
  }));
const service: fc.Arbitrary<DoneService> = fc.record({
  date: day,
  sequence: fc.integer({ min: 1, max: 99 }),
  odometerM: fc.option(fc.integer({ min: 1, max: 200_000_000 })),
  runtimeMin: fc.constant(null),
  void: fc.boolean(),
  kinds: fc.constantFrom(['engine-oil'], ['tyres'], ['engine-oil', 'oil-filter']),
  reminderIds: fc.constant([]),
});
const nothing = { services: [], steps: [], odometer: null, runtime: null };

describe('whatever was done, and in whatever order it is told', () => {
  it('a reminder stands the same', () => {
    const services = fc.array(service, { maxLength: 12 });
    const arrivals = services.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(reminder, arrivals, day, (given, [all, shuffled], today) => {
        const standing = evaluateReminder(given, { ...nothing, services: all }, today);
        expect(evaluateReminder(given, { ...nothing, services: shuffled }, today)).toEqual(standing);
      }),
    );
  });

  it('a void reading and another kind of work change nothing', () => {
    const counted = ({ void: isVoid, kinds }: DoneService) => !isVoid && kinds.includes('engine-oil');
    fc.assert(
      fc.property(reminder, fc.array(service, { maxLength: 12 }), day, (given, services, today) => {
        const standing = evaluateReminder(given, { ...nothing, services }, today);
        const only = { ...nothing, services: services.filter(counted) };
        expect(evaluateReminder(given, only, today)).toEqual(standing);
      }),
    );
  });

  it('a recurring reminder is next due after it was last done, and a fixed one on its own day of the month', () => {
    fc.assert(
      fc.property(reminder, fc.array(service, { minLength: 1, maxLength: 12 }), (given, services) => {
        fc.pre(given.fact.every !== undefined);
        const { cycle } = evaluateReminder(given, { ...nothing, services }, given.date);
        fc.pre(cycle.number > 1);
        const { date } = cycle.due;
        expect(date! > cycle.since.date).toBe(true);
        if (given.fact.anchor !== 'schedule') return;
        const anchorDay = Number(given.fact.dueDate!.slice(8));
        const lastDay = lastDayOf(date!);
        expect(Number(date!.slice(8))).toBe(Math.min(anchorDay, lastDay));
      }),
    );
  });
});

it('comes nearer day by day, and is due on one day only', () => {
  const order: readonly ReminderState[] = ['upcoming', 'due-soon', 'due', 'overdue'];
  fc.assert(
    fc.property(reminder, day, (given, from) => {
      const states = Array.from({ length: 60 }, (_, days) =>
        order.indexOf(evaluateReminder(given, nothing, daysAfter(from, days)).state),
      );
      expect(states.toSorted((a, b) => a - b)).toEqual(states);
      expect(states.filter((state) => state === order.indexOf('due')).length).toBeLessThanOrEqual(1);
    }),
  );
});

it('projects the day on which the meter first shows the value', () => {
  const readings = fc.record({
    from: day,
    days: fc.integer({ min: 1, max: 900 }),
    value: fc.integer({ min: 1, max: 9e7 }),
  });
  fc.assert(
    fc.property(readings, fc.integer({ min: 1, max: 2e8 }), ({ from, days, value }, due) => {
      const last = daysAfter(from, days);
      const usage = usageOf([
        { date: from, value: 0 },
        { date: last, value },
      ])!;
      fc.pre(due > value);
      const date = projectedDate(usage, due, last);
      fc.pre(date !== null);
      expect(projectedValue(usage, date!)).toBeGreaterThanOrEqual(due - 1);
      expect(projectedValue(usage, daysAfter(date!, -1))).toBeLessThan(due + 1);
    }),
  );
});

it('keeps the day of the month over any number of months, and never leaves the month', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 600 }), (date, months) => {
      const later = monthsAfter(date, months);
      const [year, month] = date.split('-').map(Number);
      const count = year! * 12 + month! + months - 1;
      expect(later.slice(0, 7)).toBe(
        `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`,
      );
      expect(Number(later.slice(8))).toBe(Math.min(Number(date.slice(8)), lastDayOf(later)));
      expect(daysBetween(date, later)).toBeGreaterThanOrEqual(0);
    }),
  );
});

function lastDayOf(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
