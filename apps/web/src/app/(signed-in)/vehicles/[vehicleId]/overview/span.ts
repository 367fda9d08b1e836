import { dateOf, dayNumber, monthsOn } from '@/charts/days';

/** How far back the pictures of an overview go, as its address says it; a year goes without saying. */
export const spans = ['year', '3y', 'all'] as const;

export type Span = (typeof spans)[number];

const yearDays = 365;

export const spanIn = (asked: unknown): Span => spans.find((span) => span === asked) ?? 'year';

/** The first day that is drawn. @param firstDate of the whole history; null where there is none */
export function sinceOf(span: Span, today: string, firstDate: string | null): string {
  const back = (years: number) => dateOf(dayNumber(today) - years * yearDays);
  if (span !== 'all') return back(span === '3y' ? 3 : 1);
  return firstDate !== null && firstDate < back(1) ? firstDate : back(1);
}

/** The first of the months that are drawn: whole ones, and never fewer than twelve. */
export function firstMonthOf(span: Span, today: string, since: string): string {
  const back = (months: number) => monthsOn(today.slice(0, 7), 1 - months);
  if (span !== 'all') return back(span === '3y' ? 36 : 12);
  return since.slice(0, 7) < back(12) ? since.slice(0, 7) : back(12);
}

/** Whether there is more to see than the year. */
export const reachesFurther = (today: string, firstDate: string | null) =>
  firstDate !== null && firstDate < sinceOf('year', today, null);
