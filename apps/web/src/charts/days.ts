const dayMs = 86_400_000;

/** Days since 1970 of a date such as `2026-11-21`. */
export const dayNumber = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs;

export const dateOf = (day: number) => new Date(Math.round(day) * dayMs).toISOString().slice(0, 10);

/** `2026-11` that many months on; negative is back. */
export function monthsOn(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthsOn(month, 1)) months.push(month);
  return months;
}

const monthSteps = [1, 2, 3, 6, 12, 24, 60];

/** First days of months inside a stretch of days, every so many months that at most so many remain; of one inside a month, its ends. */
export function monthTicks(fromDay: number, toDay: number, most: number): string[] {
  const first = monthsOn(dateOf(fromDay).slice(0, 7), 1);
  const months = monthsBetween(first, dateOf(toDay).slice(0, 7));
  if (months.length === 0) return [fromDay, toDay].map(dateOf);
  const step = monthSteps.find((each) => months.length / each <= most) ?? 120;
  return months
    .filter((month) => {
      const [year, number] = month.split('-').map(Number) as [number, number];
      return (year * 12 + number - 1) % step === 0;
    })
    .map((month) => `${month}-01`);
}
