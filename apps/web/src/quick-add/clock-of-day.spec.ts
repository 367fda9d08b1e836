import { expect, it } from 'vitest';
import { clockOfDay } from './clock-of-day';

const opened = { date: '2026-11-23', clock: '22:47' };

it('knows no time of another day than the one on which the form was opened', () => {
  expect(clockOfDay({ date: '2021-03-01', clock: '22:47' }, opened)).toBe('');
});

it('has the time again when the day is today again', () => {
  expect(clockOfDay({ date: '2026-11-23', clock: '' }, opened)).toBe('22:47');
});

it('leaves a time that was typed', () => {
  expect(clockOfDay({ date: '2021-03-01', clock: '08:15' }, opened)).toBe('08:15');
});
