import { describe, expect, it } from 'vitest';
import { done, judge, setOn, step } from '../../test/judged-reminder.js';

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
      done('2026-01-01', { sequence: 0 }),
    ];
    expect(judge(oil, '2026-03-01', { services })).toMatchObject({ state: 'overdue', cycle: { number: 1 } });
  });

  it('is completed by work of the day on which it was set, where that was recorded after it', () => {
    expect(judge(oil, '2026-01-01', { services: [done('2026-01-01')] }).cycle).toMatchObject({
      number: 2,
      due: { date: '2027-01-01' },
    });
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
