import { dateFormat } from './formatters';
import { dayIn } from './today';

/** Days (YYYY-MM-DD), months (YYYY-MM) and instants (ISO 8601) as one viewer reads them. */
export function dates(locale: string, timeZone: string, today: string) {
  return {
    day: (date: string) => dateFormat(locale, { day: 'numeric' }).format(utc(date)),
    weekday: (date: string) => dateFormat(locale, { weekday: 'short' }).format(utc(date)),
    /** From one day of a month to a later one of it. */
    daysOfMonth: (from: string, to: string) =>
      dateFormat(locale, { day: 'numeric', month: 'short' }).formatRange(utc(from), utc(to)),
    /** Without its year where nobody takes it for another's. */
    dayMonth: (date: string) =>
      dateFormat(locale, {
        day: 'numeric',
        month: 'short',
        ...(!isAtHand(date, today) && { year: 'numeric' }),
      }).format(utc(date)),
    dayMonthYear: (date: string) =>
      dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(utc(date)),
    fullDate: (date: string) =>
      dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
        utc(date),
      ),
    shortMonth: (date: string) => dateFormat(locale, { month: 'short' }).format(utc(date)),
    monthYear: (date: string) => dateFormat(locale, { month: 'short', year: 'numeric' }).format(utc(date)),
    monthName: (date: string) => dateFormat(locale, { month: 'long' }).format(utc(date)),
    /** The calendar day of an instant, where the viewer is. */
    dayOf: (instant: string) => dayIn(timeZone, new Date(instant)),
    instant: (instant: string, timeZone: string) =>
      dateFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(instant)),
    /** With its year. */
    moment: (instant: string, timeZone: string) =>
      dateFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone,
      }).format(new Date(instant)),
    time: (instant: string, timeZone: string) =>
      dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant)),
  };
}

const utc = (date: string) => new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
const halfAYearMs = 182 * 86_400_000;
/** Of the running year, or nearer than any other day of that name. */
const isAtHand = (date: string, today: string): boolean =>
  date.slice(0, 4) === today.slice(0, 4) ||
  Math.abs(utc(date).getTime() - utc(today).getTime()) < halfAYearMs;
