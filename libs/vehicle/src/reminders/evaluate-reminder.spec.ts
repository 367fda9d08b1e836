import { describe, expect, it } from 'vitest';
import { done, driven, judge, setOn, stateOn, step } from '../../test/judged-reminder.js';
import type { ReminderContext } from './reminder-history.js';
import { usageOf } from './usage.js';

/** Of one vehicle, and yet the lists of all would not be answered. */
describe('a reminder with an odd number is judged all the same', () => {
  const services = [done('2026-02-01', { kinds: ['engine-oil'] })];
  const scheduled = { anchor: 'schedule', serviceKind: 'engine-oil' } as const;

  it('on a schedule of nothing', () => {
    const fact = { ...scheduled, dueOdometerM: 3_000_000, every: { distanceM: 0 } };
    expect(judge(setOn('2026-01-01', fact), '2026-03-01', { services, odometer: driven })).toMatchObject({
      cycle: { number: 2, due: {} },
      state: 'upcoming',
    });
  });

  it('at the end of the calendar', () => {
    const fact = { ...scheduled, dueDate: '9999-12-31', every: { months: 600 } };
    expect(judge(setOn('2026-01-01', fact), '2026-03-01', { services })).toMatchObject({
      cycle: { number: 2 },
      dueOn: '9999-12-31',
    });
  });

  it('at zero hours', () => {
    expect(judge(setOn('2026-01-01', { dueRuntimeMin: 0 }), '2026-03-01').cycle.due).toEqual({
      runtimeMin: 0,
    });
  });
});

describe('a reminder with a date', () => {
  const yearly = setOn('2026-01-01', { dueDate: '2026-06-30' });

  it('is upcoming, due soon, due on its day and overdue from the next', () => {
    const states = ['2026-06-11', '2026-06-12', '2026-06-29', '2026-06-30', '2026-07-01'];
    expect(states.map((today) => stateOn(yearly, today))).toEqual([
      'upcoming',
      'due-soon',
      'due-soon',
      'due',
      'overdue',
    ]);
  });

  it('is due soon as early as a person says, and never more than a month ahead otherwise', () => {
    const early = setOn('2026-01-01', { dueDate: '2026-06-30', soon: { days: 60 } });
    expect(stateOn(early, '2026-05-01')).toBe('due-soon');
    const inTenYears = setOn('2016-01-01', { dueDate: '2026-06-30' });
    expect(stateOn(inTenYears, '2026-05-30')).toBe('upcoming');
    expect(stateOn(inTenYears, '2026-05-31')).toBe('due-soon');
  });

  it('tells how much of the time is used', () => {
    expect(judge(setOn('2026-01-01', { dueDate: '2026-01-11' }), '2026-01-06')).toMatchObject({
      first: 'date',
      dueOn: '2026-01-11',
      about: false,
      used: 0.5,
    });
  });
});

describe('a reminder with a distance', () => {
  const at = (km: number) => setOn('2026-01-01', { dueOdometerM: km * 1000 }, 0);

  it('is projected from the last valid reading by the average distance per day', () => {
    expect(judge(at(12_000), '2026-04-21', { odometer: driven })).toMatchObject({
      state: 'due-soon',
      dueOn: '2026-05-01',
      about: true,
    });
  });

  it('is due by a projection at most, and overdue only by a reading', () => {
    expect(stateOn(at(12_000), '2026-12-31', { odometer: driven })).toBe('due');
    expect(stateOn(at(10_000), '2026-04-11', { odometer: driven })).toBe('due');
    expect(stateOn(at(9_999), '2026-04-11', { odometer: driven })).toBe('overdue');
  });

  it('names no day without an average, and counts the distance that is left', () => {
    const parked = usageOf([{ date: '2026-04-11', value: 10_000_000 }]);
    expect(judge(at(11_500), '2026-04-11', { odometer: parked })).toMatchObject({
      state: 'upcoming',
      dueOn: null,
    });
    expect(stateOn(at(11_100), '2026-04-11', { odometer: parked })).toBe('due-soon');
    expect(judge(at(11_500), '2026-04-11')).toMatchObject({ state: 'upcoming', dueOn: null, used: null });
  });

  it('is due soon earlier for who drives more, between a tenth and a fifth of the interval', () => {
    const perDay = (km: number) =>
      usageOf([
        { date: '2026-01-01', value: 0 },
        { date: '2026-01-11', value: km * 10_000 },
      ]);
    const oil = setOn('2026-01-01', { dueOdometerM: 10_000_000, every: { distanceM: 10_000_000 } }, 0);
    const soonFrom = (usage: ReminderContext['odometer']) => {
      const left = [2_000, 1_999, 1_500, 1_499, 1_000, 999];
      return left.find((km) => {
        const odometer = { last: { date: '2026-01-11', value: (10_000 - km) * 1000 }, perDay: usage!.perDay };
        return stateOn(oil, '2026-01-11', { odometer }) === 'due-soon';
      });
    };
    expect([perDay(1), perDay(50), perDay(500)].map(soonFrom)).toEqual([1_000, 1_500, 2_000]);
  });

  it('counts from the reading of the day on which it was set when only its interval was said', () => {
    const every = setOn('2026-04-11', { every: { distanceM: 6_000_000 } }, 10_000_000);
    expect(judge(every, '2026-04-11', { odometer: driven }).cycle.due).toEqual({ odometerM: 16_000_000 });
  });
});

it('counts hours of use like a distance', () => {
  const runtime = usageOf([
    { date: '2026-01-01', value: 0 },
    { date: '2026-01-11', value: 1200 },
  ]);
  const oil = setOn('2026-01-01', { every: { runtimeMin: 3000 } });
  expect(judge({ ...oil, runtimeMin: 0 }, '2026-01-11', { runtime })).toMatchObject({
    first: 'runtimeMin',
    dueOn: '2026-01-26',
    state: 'upcoming',
    used: 0.4,
  });
});

describe('whichever comes first', () => {
  const both = setOn('2026-01-01', { dueDate: '2026-05-01', dueOdometerM: 11_000_000 }, 0);

  it('decides by the day of either', () => {
    expect(judge(both, '2026-04-11', { odometer: driven })).toMatchObject({
      first: 'odometerM',
      dueOn: '2026-04-21',
    });
    const late = setOn('2026-01-01', { dueDate: '2026-04-15', dueOdometerM: 11_000_000 }, 0);
    expect(judge(late, '2026-04-11', { odometer: driven })).toMatchObject({
      first: 'date',
      dueOn: '2026-04-15',
    });
  });

  it('is overdue when one of them is', () => {
    expect(
      judge(both, '2026-05-02', { odometer: usageOf([{ date: '2026-01-01', value: 1 }]) }),
    ).toMatchObject({
      state: 'overdue',
      first: 'date',
    });
  });
});

describe('a snooze', () => {
  const oil = setOn('2026-01-01', { dueDate: '2026-02-01', every: { months: 1 }, serviceKind: 'engine-oil' });
  const snoozed = step('2026-02-02', { step: 'snoozed', cycle: 1, until: { date: '2026-02-10' } });

  it('lasts until its day', () => {
    expect(judge(oil, '2026-02-09', { steps: [snoozed] })).toMatchObject({
      state: 'snoozed',
      snoozedUntil: { date: '2026-02-10' },
      snoozes: 1,
    });
    expect(judge(oil, '2026-02-10', { steps: [snoozed] })).toMatchObject({
      state: 'overdue',
      snoozedUntil: null,
    });
  });

  it('lasts until a reading, whichever comes first', () => {
    const until = step('2026-02-02', {
      step: 'snoozed',
      cycle: 1,
      until: { date: '2026-03-01', odometerM: 500 },
    });
    const odometer = (value: number) => usageOf([{ date: '2026-02-03', value }]);
    expect(stateOn(oil, '2026-02-04', { steps: [until], odometer: odometer(499) })).toBe('snoozed');
    expect(stateOn(oil, '2026-02-04', { steps: [until], odometer: odometer(500) })).toBe('overdue');
  });

  it('has no say in the next cycle', () => {
    const context = { steps: [snoozed], services: [done('2026-02-03')] };
    expect(stateOn(oil, '2026-02-09', context)).toBe('upcoming');
  });
});

it('stays dismissed, whatever is done', () => {
  const oil = setOn('2026-01-01', { dueDate: '2026-02-01', serviceKind: 'engine-oil' });
  const steps = [step('2026-01-02', { step: 'dismissed' })];
  expect(stateOn(oil, '2026-03-01', { steps, services: [done('2026-02-01')] })).toBe('dismissed');
});
