import type { ChargeSession } from '@odolog/events';

/** Another price at certain hours of certain days, by the wall clock of the site. */
export interface TariffPeriod {
  /** Of the day on which it begins: 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** HH:MM. */
  readonly from: string;
  /** HH:MM, or 24:00; at or before `from` it lies on the next day. */
  readonly to: string;
  /** Per kWh, as a decimal. */
  readonly unitPrice: string;
}

/** What a kilowatt-hour costs at a site from a day on, until another one follows it there. */
export interface Tariff {
  readonly id: string;
  readonly name: string;
  /** The kind of charger that it is for, as charges name it. */
  readonly charger: string;
  /** The place that it is for, as charges name it; every place of that kind without one. */
  readonly place: string | null;
  /** IANA. */
  readonly timeZone: string;
  readonly currency: string;
  /** YYYY-MM-DD, in its zone. */
  readonly validFrom: string;
  /** Per kWh whenever no period says otherwise. */
  readonly unitPrice: string;
  readonly periods: readonly TariffPeriod[];
}

/** A moment on the wall clock of a site. */
export interface WallTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** Minutes since midnight by the clock on the wall. */
  readonly minute: number;
}

/** The tariffs of the site where something was charged: one for its place before one for all of its kind. */
export function tariffsAt(
  tariffs: readonly Tariff[],
  { charger, place }: Pick<ChargeSession, 'charger' | 'place'>,
): readonly Tariff[] {
  const ofKind = tariffs.filter((tariff) => tariff.charger === charger);
  const here = ofKind.filter((tariff) => tariff.place !== null && same(tariff.place, place));
  return here.length > 0 ? here : ofKind.filter((tariff) => tariff.place === null);
}

/** The one that began last of those that have begun at a moment; undefined before the first. */
export function tariffInForce(
  tariffs: readonly Tariff[],
  dateIn: (timeZone: string) => string,
): Tariff | undefined {
  return tariffs
    .filter(({ validFrom, timeZone }) => validFrom <= dateIn(timeZone))
    .sort((a, b) => (a.validFrom > b.validFrom ? -1 : 1))[0];
}

/** The price per kWh at a moment. */
export function unitPriceAt({ unitPrice, periods }: Tariff, at: WallTime): string {
  return periods.find((period) => covers(period, at))?.unitPrice ?? unitPrice;
}

/** The minutes of a day at which a price may change. */
export function edgesOf(tariffs: readonly Tariff[]): number[] {
  const edges = tariffs.flatMap(({ periods }) =>
    periods.flatMap(({ from, to }) => [minuteOf(from), minuteOf(to) % minutesPerDay]),
  );
  return [...new Set([0, ...edges])].sort((a, b) => a - b);
}

/** Two periods that lay claim to the same hour; undefined where none do. */
export function overlapIn(periods: readonly TariffPeriod[]): readonly [number, number] | undefined {
  for (const [later, period] of periods.entries()) {
    const earlier = periods.slice(0, later).findIndex((other) => overlap(other, period));
    if (earlier >= 0) return [earlier, later];
  }
  return undefined;
}

const minutesPerDay = 1440;

function covers(period: TariffPeriod, { weekday, minute }: WallTime): boolean {
  const [from, to] = [minuteOf(period.from), minuteOf(period.to)];
  if (to > from) return period.days.includes(weekday) && minute >= from && minute < to;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return (
    (period.days.includes(weekday) && minute >= from) || (period.days.includes(dayBefore) && minute < to)
  );
}

/** Each covers its beginning: two of them overlap where one covers the beginning of the other. */
function overlap(a: TariffPeriod, b: TariffPeriod): boolean {
  return beginsIn(a, b) || beginsIn(b, a);
}

function beginsIn(period: TariffPeriod, other: TariffPeriod): boolean {
  return other.days.some((weekday) =>
    covers(period, { date: '', weekday, minute: minuteOf(other.from) % minutesPerDay }),
  );
}

function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();
}
