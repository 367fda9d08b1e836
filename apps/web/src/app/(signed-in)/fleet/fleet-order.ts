import { currencyExponent } from '@odolog/units';
import { spentThisMonth, type FleetRow, type Spent } from './fleet-rows';

/** As they stand beside each other. One sorts by any of them. */
export const fleetColumns = [
  'vehicle',
  'driver',
  'odometer',
  'distance',
  'month',
  'economy',
  'perKm',
  'due',
  'attention',
  'last',
] as const;
export type FleetColumn = (typeof fleetColumns)[number];

export const shows = ['all', 'anomalies', 'overdue', 'silent'] as const;
export type Show = (typeof shows)[number];

export interface FleetView {
  readonly sort: FleetColumn;
  readonly descending: boolean;
  readonly show: Show;
  readonly garageId: string | null;
  readonly words: string;
  /** Columns that are left out. */
  readonly without: readonly FleetColumn[];
}

/** In an address: nothing is left out, whatever else is the habit. */
const nothing = 'none';

/**
 * What an address asks of the table; what makes no sense is as if it were not there.
 * @param kept the columns that are left out where the address does not say
 */
export function fleetViewIn(parameters: URLSearchParams, kept: readonly FleetColumn[] = []): FleetView {
  const without = parameters.has('without') ? namedIn(parameters.get('without') ?? '') : kept;
  const sort = fleetColumns.find((key) => key === parameters.get('sort') && !without.includes(key));
  return {
    ...(sort ? { sort, descending: parameters.get('order') === 'desc' } : usualSort(without)),
    show: shows.find((each) => each === parameters.get('show')) ?? 'all',
    garageId: parameters.get('garage'),
    words: parameters.get('q') ?? '',
    without,
  };
}

/** What needs attention first, unless nobody sees it. */
function usualSort(without: readonly FleetColumn[]): Pick<FleetView, 'sort' | 'descending'> {
  return without.includes('attention')
    ? { sort: 'vehicle', descending: false }
    : { sort: 'attention', descending: true };
}

/** It says which columns are left out, so that whoever gets it sees the same. */
export function addressOfView(view: FleetView, kept: readonly FleetColumn[] = []): string {
  const { sort, descending, show, garageId, words, without } = view;
  const parameters = new URLSearchParams();
  const usual = usualSort(without);
  if (sort !== usual.sort || descending !== usual.descending) {
    parameters.set('sort', sort);
    if (descending) parameters.set('order', 'desc');
  }
  if (show !== 'all') parameters.set('show', show);
  if (garageId) parameters.set('garage', garageId);
  if (words) parameters.set('q', words);
  if (without.length > 0 || kept.length > 0) parameters.set('without', without.join('.') || nothing);
  return parameters.size > 0 ? `/fleet?${parameters}` : '/fleet';
}

/** The columns that a list names, in their order. The vehicle's own is always there. */
export function namedIn(list: string): readonly FleetColumn[] {
  const names = list.split('.');
  return fleetColumns.filter((column) => column !== 'vehicle' && names.includes(column));
}

/** The same view with a column shown or left out; nothing is sorted by what nobody sees. */
export function withColumn(view: FleetView, column: FleetColumn, isShown: boolean): FleetView {
  const names = isShown ? view.without.filter((each) => each !== column) : [...view.without, column];
  const without = namedIn(names.join('.'));
  return { ...view, without, ...(without.includes(view.sort) && usualSort(without)) };
}

const passes: Readonly<Record<Show, (row: FleetRow) => boolean>> = {
  all: () => true,
  anomalies: ({ anomalies }) => anomalies.length > 0,
  overdue: ({ due }) => due?.state === 'overdue',
  silent: ({ anomalies }) => anomalies.some(({ kind }) => kind === 'silent'),
};

export const countOf = (rows: readonly FleetRow[], show: Show) => rows.filter(passes[show]).length;

/** Caddy 9 before Caddy 10. */
const byName = new Intl.Collator(undefined, { numeric: true });

/** The rows that a view shows, in its order. What is not known stands last, whichever way one sorts. */
export function rowsOfView(rows: readonly FleetRow[], view: FleetView): FleetRow[] {
  const wanted = view.words.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      passes[view.show](row) &&
      (view.garageId === null || row.garageId === view.garageId) &&
      `${row.nickname} ${row.plate ?? ''} ${row.drivers}`.toLowerCase().includes(wanted),
  );
  const direction = view.descending ? -1 : 1;
  return shown.toSorted((a, b) => {
    const [left, right] = [values[view.sort](a), values[view.sort](b)];
    if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0);
    const order = typeof left === 'string' ? byName.compare(left, String(right)) : left - Number(right);
    return order * direction || byName.compare(a.nickname, b.nickname);
  });
}

const values: Readonly<Record<FleetColumn, (row: FleetRow) => number | string | null>> = {
  attention: ({ anomalies, due }) => anomalies.length * 2 + (due?.state === 'overdue' ? 1 : 0),
  vehicle: ({ nickname }) => nickname,
  driver: ({ drivers }) => drivers || null,
  odometer: ({ odometerM }) => odometerM,
  distance: ({ distanceThisMonthM }) => distanceThisMonthM,
  economy: ({ economies }) => highestOf(economies),
  month: (row) => Math.max(...spentThisMonth(row).map(asPrinted)),
  perKm: ({ perKm }) => perKm && Number(perKm.amount),
  due: ({ due }) => due && urgencyOf(due.by),
  last: ({ lastDate }) => lastDate,
};

/** In whole units of its currency; nothing is converted. */
const asPrinted = ({ monthMinor, currency }: Spent): number => monthMinor / 10 ** currencyExponent(currency);

/** Of two energies the one that is further above its usual. */
function highestOf(economies: FleetRow['economies']): number | null {
  const percents = economies.flatMap(({ comparedToAveragePercent }) => comparedToAveragePercent ?? []);
  return percents.length > 0 ? Math.max(...percents) : null;
}

/** Thirty days and a thousand kilometres count the same. */
const urgencyOf = (by: NonNullable<FleetRow['due']>['by']) =>
  'days' in by ? by.days / 30 : 'hours' in by ? by.hours / 50 : by.metres / 1_000_000;
