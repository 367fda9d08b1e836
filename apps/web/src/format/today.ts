// Swedish writes dates the ISO way, so Intl gives them without assembling parts.
const days = formatsByZone({ dateStyle: 'short' });
/** As long as a day of a year with four digits: while a year is typed it is 2, 20 and 202 first. */
const fourDigitYear = '2026-11-22'.length;
const clocks = formatsByZone({ hour: '2-digit', minute: '2-digit' });

/** The calendar day that it is in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at = new Date()): string {
  return days(timeZone).format(at).padStart(fourDigitYear, '0');
}

/** The clock in a time zone, `HH:MM`. */
export function clockIn(timeZone: string, at = new Date()): string {
  return clocks(timeZone).format(at);
}

/** The instant of a day and a clock time in a time zone, RFC 3339 in UTC. Of a time that occurs twice, the first. */
export function instantOf(date: string, clock: string, timeZone: string): string {
  const naive = Date.parse(`${date}T${clock}:00Z`);
  const offset = (at: number) => {
    const shown = `${dayIn(timeZone, new Date(at))}T${clockIn(timeZone, new Date(at))}:00Z`;
    return Date.parse(shown) - Math.floor(at / 60_000) * 60_000;
  };
  const guess = naive - offset(naive);
  return new Date(naive - offset(guess)).toISOString();
}

/** Made once a zone: to make one takes a thousand times as long as to use it. */
function formatsByZone(options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = made.get(timeZone);
    if (known) return known;
    const fresh = new Intl.DateTimeFormat('sv-SE', { ...options, timeZone });
    made.set(timeZone, fresh);
    return fresh;
  };
}
