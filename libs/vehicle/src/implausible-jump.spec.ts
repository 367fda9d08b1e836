import { expect, it } from 'vitest';
import { implausibleJump, jumpWarning } from './implausible-jump.js';

/** A reading a week, 300 km apart. */
const weekly = [0, 1, 2, 3, 4].map((week) => ({
  date: new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10),
  odometerM: 84_000_000 + 300_000 * week,
}));
const after = (km: number) => ({ date: '2026-02-05', odometerM: 85_200_000 + km * 1000 });

it('tells an extra digit by the distance that it claims', () => {
  expect(implausibleJump({ date: '2026-02-05', odometerM: 855_100_000 }, weekly)).toEqual({
    distanceM: 769_900_000,
    days: 7,
    usualDailyM: 42_857,
  });
});

it('says the jump in the unit of the reading', () => {
  expect(jumpWarning({ distanceM: 16_093_440, days: 7, usualDailyM: 42_857 }, 'mi')).toEqual({
    code: 'odometer-jump',
    detail: '10000 mi in 7 days is far above the usual 27 mi a day: is a digit too many?',
  });
});

it('lets a usual week and a long weekend pass', () => {
  expect(implausibleJump(after(300), weekly)).toBeNull();
  expect(implausibleJump(after(900), weekly)).toBeNull();
});

it('cannot tell from fewer than three readings', () => {
  expect(implausibleJump(after(100_000), weekly.slice(0, 2))).toBeNull();
});

it('lets a long tour pass on a vehicle that is toured with', () => {
  const toured = [
    ...weekly,
    { date: '2026-01-30', odometerM: 86_000_000 },
    { date: '2026-02-01', odometerM: 87_500_000 },
  ];
  expect(implausibleJump({ date: '2026-02-03', odometerM: 88_500_000 }, toured)).toBeNull();
});

it('measures a back-dated reading from the one before it', () => {
  expect(implausibleJump({ date: '2026-01-10', odometerM: 84_400_000 }, weekly)).toBeNull();
});
