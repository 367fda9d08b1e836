import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { iCalendar, type CalendarDay } from './icalendar.js';

const day: CalendarDay = {
  uid: 'reminder-1@odolog',
  date: '2026-12-31',
  summary: 'Oil; filter, and \\ more',
  description: 'First line\nSecond line',
  url: 'https://odolog.example/reminders',
};
const now = '2026-11-21T12:30:45.678Z';
const parse = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

it('is read by others as it was meant, whole days over New Year', () => {
  const [event] = parse(iCalendar('Reminders', [day], now));
  expect(event).toMatchObject({
    uid: day.uid,
    summary: day.summary,
    description: day.description,
  });
  expect([event?.startDate.toString(), event?.endDate.toString(), event?.startDate.isDate]).toEqual([
    '2026-12-31',
    '2027-01-01',
    true,
  ]);
});

it('folds lines at 75 octets and cuts no character', () => {
  const summary = 'Ölwechsel für den großen Škoda mit 🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗 '.repeat(4).trim();
  const text = iCalendar('Reminders', [{ ...day, summary }], now);
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(parse(text)[0]?.summary).toBe(summary);
});

it('leaves out what a text may not hold', () => {
  const summary = 'Oil\u0000\u0007 \u000Band\tfilter\u0085\u007F';
  const text = iCalendar('Reminders', [{ ...day, summary }], now);
  expect(parse(text)[0]?.summary).toBe('Oil and\tfilter');
});

it('ends every line as the standard has it, and is a calendar without a day', () => {
  const text = iCalendar('Reminders', [], now);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(parse(text)).toEqual([]);
});
