/** A day, or a day and a time of a clock on the wall, as the fields of browsers give them. Others than of four digits are no year. */
const typedDay = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?/;

/**
 * What the field of a day was understood as, in the viewer's language: browsers show it in their own, and whoever reads
 * 04/05 there cannot know which month it is. The year stands there in its four digits, and a line of half a phone has no room for
 * it twice. Undefined while it is none.
 */
export function understoodDay(typed: string, locale: string): string | undefined {
  const [day, time] = typedDay.exec(typed) ?? [];
  if (day === undefined) return undefined;
  const moment = new Date(time ? `${day}Z` : `${day}T00:00Z`);
  if (Number.isNaN(moment.getTime())) return undefined;
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(time && { hour: '2-digit', minute: '2-digit' }),
  }).format(moment);
}
