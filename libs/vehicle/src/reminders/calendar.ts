const dayMs = 86_400_000;
/** The last day that is written with four digits of a year: nothing is reckoned beyond it. */
export const lastDay = '9999-12-31';

/** The same day of the month, or the month's last when it is shorter: 31 January and one month are 28 February. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
}

/** The date so many days later; whole days of the calendar, whatever the clocks do. */
export function daysAfter(date: string, days: number): string {
  return written(Date.parse(date) + days * dayMs);
}

/** Days of the calendar from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

function written(instantMs: number): string {
  return new Date(Math.min(instantMs, Date.parse(lastDay))).toISOString().slice(0, 10);
}
