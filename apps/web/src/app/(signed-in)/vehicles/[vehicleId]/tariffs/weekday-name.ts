/** The short name of a day of the week: 1 is Monday. */
export function weekdayName(day: number, locale: string): string {
  // 5 January 2026 is a Monday
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + day),
  );
}
