import type { ReminderFact, ReminderStepFact } from '@odolog/events';
import { describe, expect, it } from 'vitest';
import { evaluateReminder } from './evaluate-reminder.js';
import type { DoneService, ReminderContext, ReminderStep, StandingReminder } from './reminder-history.js';
import { usageOf } from './usage.js';

const setOn = (
  date: string,
  fact: Partial<ReminderFact>,
  odometerM: number | null = null,
): StandingReminder => ({
  id: 'r',
  eventId: 'r',
  date,
  odometerM,
  runtimeMin: null,
  fact: { title: 'Oil', anchor: 'completion', ...fact },
});
const done = (date: string, about: Partial<DoneService> = {}): DoneService => ({
  date,
  odometerM: null,
  runtimeMin: null,
  void: false,
  kinds: ['engine-oil'],
  reminderIds: [],
  ...about,
});
const step = (date: string, fact: Partial<ReminderStepFact>): ReminderStep => ({
  date,
  odometerM: null,
  runtimeMin: null,
  fact: { reminderId: 'r', step: 'completed', ...fact },
});
/** A hundred kilometres a day: 10,000 km on 11 April 2026. */
const driven = usageOf([
  { date: '2026-01-01', value: 0 },
  { date: '2026-04-11', value: 10_000_000 },
]);
const judge = (reminder: StandingReminder, today: string, context: Partial<ReminderContext> = {}) =>
  evaluateReminder(reminder, { services: [], steps: [], odometer: null, runtime: null, ...context }, today);
const stateOn = (...args: Parameters<typeof judge>) => judge(...args).state;

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

describe('recurrence from completion', () => {
  const oil = setOn('2026-01-01', {
    dueDate: '2026-02-01',
    dueOdometerM: 5_000_000,
    every: { months: 12, distanceM: 15_000_000 },
    serviceKind: 'engine-oil',
  });

  it('is armed again by work of its kind, counted from that', () => {
    expect(
      judge(oil, '2026-03-01', { services: [done('2026-02-20', { odometerM: 5_200_000 })] }).cycle,
    ).toEqual({
      number: 2,
      since: { date: '2026-02-20', odometerM: 5_200_000, runtimeMin: null },
      due: { date: '2027-02-20', odometerM: 20_200_000 },
      completed: false,
    });
  });

  it('is not completed by a void reading, another kind, or work before it was set', () => {
    const services = [
      done('2026-02-20', { void: true }),
      done('2026-02-20', { void: true, reminderIds: ['r'] }),
      done('2026-02-20', { kinds: ['tyres'] }),
      done('2025-12-31'),
    ];
    expect(judge(oil, '2026-03-01', { services })).toMatchObject({ state: 'overdue', cycle: { number: 1 } });
  });

  it('is completed by whatever names it', () => {
    const named = done('2025-12-31', { kinds: [], reminderIds: ['r'] });
    expect(judge(oil, '2026-03-01', { services: [named] }).cycle).toMatchObject({
      number: 2,
      due: { date: '2026-12-31' },
    });
    expect(judge(oil, '2026-03-01', { steps: [step('2026-02-02', {})] }).cycle.due).toEqual({
      date: '2027-02-02',
    });
  });

  it('counts two entries of one day once', () => {
    const services = [
      done('2026-02-20', { odometerM: 5_000_000 }),
      done('2026-02-20', { odometerM: 5_200_000 }),
    ];
    expect(judge(oil, '2026-03-01', { services }).cycle).toMatchObject({
      number: 2,
      due: { odometerM: 20_200_000 },
    });
  });

  it('is over when it does not recur', () => {
    const once = setOn('2026-01-01', { dueDate: '2026-05-01', serviceKind: 'engine-oil' });
    expect(judge(once, '2026-06-01', { services: [done('2026-04-01')] })).toMatchObject({
      state: 'completed',
      cycle: { number: 1, completed: true, since: { date: '2026-04-01' } },
    });
  });
});

describe('a fixed schedule', () => {
  const monthly = setOn('2026-01-01', {
    dueDate: '2026-01-31',
    every: { months: 1 },
    anchor: 'schedule',
    serviceKind: 'engine-oil',
  });
  const dueAfter = (...dates: string[]) =>
    judge(monthly, '2026-01-01', { services: dates.map((date) => done(date)) }).cycle.due.date;

  it('keeps its day of the month through shorter ones: 31 January, 28 February, 31 March', () => {
    expect(dueAfter()).toBe('2026-01-31');
    expect(dueAfter('2026-01-31')).toBe('2026-02-28');
    expect(dueAfter('2026-01-31', '2026-02-28')).toBe('2026-03-31');
  });

  it('stays where it is, whenever it was done', () => {
    expect(dueAfter('2026-01-15')).toBe('2026-02-28');
    expect(dueAfter('2026-02-05')).toBe('2026-02-28');
    expect(dueAfter('2026-06-05')).toBe('2026-06-30');
  });

  it('is not used up by what was done a second time shortly after', () => {
    expect(dueAfter('2026-01-31', '2026-02-10')).toBe('2026-02-28');
    expect(dueAfter('2026-01-31', '2026-02-20')).toBe('2026-03-31');
  });

  it('is used up by whoever says so', () => {
    const steps = [step('2026-01-31', {}), step('2026-02-01', {})];
    expect(judge(monthly, '2026-02-01', { steps }).cycle.due.date).toBe('2026-03-31');
  });

  it('falls on 29 February in leap years', () => {
    const yearly = setOn('2024-01-01', {
      dueDate: '2024-02-29',
      every: { months: 12 },
      anchor: 'schedule',
      serviceKind: 'engine-oil',
    });
    const due = (...dates: string[]) =>
      judge(yearly, '2024-01-01', { services: dates.map((date) => done(date)) }).cycle.due.date;
    expect(due('2024-02-29')).toBe('2025-02-28');
    expect(due('2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28')).toBe('2028-02-29');
  });

  it('has marks on the odometer too', () => {
    const every = setOn('2026-01-01', {
      dueOdometerM: 10_000_000,
      every: { distanceM: 10_000_000 },
      anchor: 'schedule',
      serviceKind: 'engine-oil',
    });
    const services = [
      done('2026-02-01', { odometerM: 10_400_000 }),
      done('2026-08-01', { odometerM: 31_000_000 }),
    ];
    expect(judge(every, '2026-09-01', { services }).cycle.due).toEqual({ odometerM: 40_000_000 });
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
