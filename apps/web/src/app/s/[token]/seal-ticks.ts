/** A month of the history, as the seal draws it. */
export interface SealMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly events: number;
  readonly corrected: number;
}

export interface SealTick {
  readonly month: string;
  readonly kind: 'empty' | 'events' | 'corrected';
  /** An SVG path, around the seal's centre. */
  readonly d: string;
}

export interface SealYear {
  readonly year: string;
  readonly x: number;
  readonly y: number;
}

const centre = 150;
const inner = 108;
const shortest = 2;
const longest = 26;
/** The ring is open at the top, so that beginning and end are told apart. */
const opening = Math.PI / 12;
const mostYears = 5;

/** The rule bent into a ring: a tick a month from the first to the last, as long as the month has entries. */
export function sealTicks(months: readonly SealMonth[]): { ticks: SealTick[]; years: SealYear[] } {
  const all = everyMonth(months);
  const most = Math.max(1, ...all.map(({ events }) => events));
  const angleOf = (at: number) => opening / 2 + ((2 * Math.PI - opening) * at) / Math.max(1, all.length - 1);
  const ticks = all.map(({ month, events, corrected }, at) => {
    const length = events === 0 ? shortest : 6 + ((longest - 6) * events) / most;
    const [from, to] = [pointAt(angleOf(at), inner), pointAt(angleOf(at), inner + length)];
    const kind = corrected > 0 ? 'corrected' : events > 0 ? 'events' : 'empty';
    return { month, kind, d: `M${from.x} ${from.y}L${to.x} ${to.y}` } as const;
  });
  const firsts = all.flatMap(({ month }, at) => (at === 0 || month.endsWith('-01') ? [{ month, at }] : []));
  const step = Math.ceil(firsts.length / mostYears);
  const years = firsts
    .filter((_, place) => place % step === 0)
    .map(({ month, at }) => ({ year: month.slice(0, 4), ...pointAt(angleOf(at), inner + longest + 14) }));
  return { ticks, years };
}

function everyMonth(months: readonly SealMonth[]): SealMonth[] {
  const byMonth = new Map(months.map((month) => [month.month, month]));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const all: SealMonth[] = [];
  for (let month = first; month !== undefined && last !== undefined && month <= last; month = next(month))
    all.push(byMonth.get(month) ?? { month, events: 0, corrected: 0 });
  return all;
}

function next(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function pointAt(angle: number, radius: number): { x: number; y: number } {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(centre + Math.sin(angle) * radius), y: round(centre - Math.cos(angle) * radius) };
}
