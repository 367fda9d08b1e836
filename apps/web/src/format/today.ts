/** The calendar day that it is in a time zone, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at = new Date()): string {
  // Swedish writes dates the ISO way, so Intl gives them without assembling parts.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** The clock in a time zone, `HH:MM`. */
export function clockIn(timeZone: string, at = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
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
