import { describe, expect, it } from 'vitest';
import { dueFrom, dueToday, namedBy } from './due';

const seen = { today: '2026-11-21', odometerM: 61_528_000 };
const next = { eventId: 'e', reminderId: 'r', title: 'Oil and filter', state: 'upcoming' as const };

describe('dueFrom', () => {
  it('counts the days to a date', () => {
    expect(dueFrom({ ...next, dueDate: '2026-11-30' }, seen)).toEqual({
      state: 'soon',
      by: { days: 9, date: '2026-11-30' },
    });
  });

  it('calls a mark that the odometer has passed overdue', () => {
    expect(dueFrom({ ...next, dueOdometerM: 61_416_000 }, seen)).toEqual({
      state: 'overdue',
      by: { metres: -112_000, atM: 61_416_000 },
    });
  });

  it('goes by whichever of date and distance comes first', () => {
    expect(dueFrom({ ...next, dueDate: '2027-06-01', dueOdometerM: 62_000_000 }, seen)).toMatchObject({
      by: { metres: 472_000 },
    });
  });

  it('says nothing of a distance while no odometer is known', () => {
    expect(dueFrom({ ...next, dueOdometerM: 62_000_000 }, { ...seen, odometerM: null })).toBeNull();
  });
});

describe('dueToday', () => {
  const metresLeft = { ...next, dueOdometerM: 61_670_000 };

  it("takes the server's word for what is soon: it knows the interval", () => {
    const inTwentyDays = { ...next, dueDate: '2026-12-11' };
    expect(dueToday(inTwentyDays, seen)?.state).toBe('later');
    expect(dueToday({ ...inTwentyDays, state: 'due-soon' }, seen)?.state).toBe('soon');
  });

  it('calls due by usage what no reading shows yet', () => {
    expect(dueToday({ ...metresLeft, state: 'due' }, seen)).toMatchObject({ state: 'soon', projected: true });
    expect(dueToday({ ...metresLeft, state: 'due-soon' }, seen)).not.toHaveProperty('projected');
    expect(dueToday({ ...next, dueDate: seen.today, state: 'due' }, seen)).not.toHaveProperty('projected');
  });
});

describe('namedBy', () => {
  const by = { days: 40, date: '2026-12-31' };

  it('is the date that is named without its year while there is only one such day to come', () => {
    expect(namedBy({ state: 'later', by })).toBe('date');
    expect(namedBy({ state: 'later', by: { days: 405, date: '2027-12-31' } })).toBeNull();
  });

  it('is the mark of an odometer or an hours meter', () => {
    expect(namedBy({ state: 'later', by: { metres: 9_000_000, atM: 70_528_000 } })).toBe('mark');
    expect(namedBy({ state: 'later', by: { hours: 40, atHours: 1_200 } })).toBe('mark');
  });

  it('is nothing where it is told how far off it is', () => {
    expect(namedBy({ state: 'soon', by })).toBeNull();
    expect(namedBy({ state: 'later', projected: true, by })).toBeNull();
  });
});
