import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { viewerFormat } from './viewer-format';

const { dayMonth } = viewerFormat({ locale: 'en-GB', distanceUnit: 'km', volumeUnit: 'L' });

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

it('leaves the year out where nobody takes the day for that of another one', () => {
  expect(['2026-11-21', '2026-01-02', '2027-01-01'].map(dayMonth)).toEqual(['21 Nov', '2 Jan', '1 Jan']);
});

it('says the year of a day long ago, or far ahead', () => {
  expect(['2021-01-02', '2025-12-31', '2028-02-29'].map(dayMonth)).toEqual([
    '2 Jan 2021',
    '31 Dec 2025',
    '29 Feb 2028',
  ]);
});
