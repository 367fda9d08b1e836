import { isLocalDate } from '@odolog/events';

/** In which order a file writes year, month and day. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const yearFirst = /^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})\.?(?:[ T].*)?$/;
const yearLast = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})\.?(?:[ T].*)?$/;
/** Points within the date, not those of a time such as `10:30 a.m.` */
const dayFirst = /^\d{1,2}\./;

/** The local date, YYYY-MM-DD, or null where the text is no day of the calendar in that order. A time of day is left aside. */
export function localDate(text: string, order: DateOrder): string | null {
  const [, year, month, day] = yearFirst.exec(text) ?? inOrder(yearLast.exec(text), order);
  if (!year || !month || !day) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : null;
}

/**
 * The orders in which these dates can be read: `ymd` alone where each begins with its year; between points the day is first
 * everywhere. Where no order reads them all, either may be meant and some rows are wrong.
 */
export function possibleOrders(texts: readonly string[]): DateOrder[] {
  const yearsLast = texts.filter((text) => yearLast.test(text));
  if (yearsLast.length === 0) return ['ymd'];
  if (yearsLast.every((text) => dayFirst.test(text))) return ['dmy'];
  const orders = ['dmy', 'mdy'] as const;
  const fitting = orders.filter((order) => yearsLast.every((text) => localDate(text, order) !== null));
  return fitting.length > 0 ? fitting : [...orders];
}

/** Whether it is no matter in which of the orders these dates are read: 06/06/2021 is one day. */
export function ordersAgree(texts: readonly string[], orders: readonly DateOrder[]): boolean {
  return texts.every((text) => new Set(orders.map((order) => localDate(text, order))).size === 1);
}

function inOrder(match: RegExpExecArray | null, order: DateOrder): readonly (string | undefined)[] {
  if (!match || order === 'ymd') return [];
  const [whole, first, second, year] = match;
  return order === 'dmy' ? [whole, year, second, first] : [whole, year, first, second];
}
