import type { FleetRow } from './fleet-rows';

export const sortKeys = [
  'attention',
  'vehicle',
  'driver',
  'odometer',
  'distance',
  'economy',
  'month',
  'perKm',
  'due',
  'last',
] as const;
export type SortKey = (typeof sortKeys)[number];

export const shows = ['all', 'anomalies', 'overdue', 'silent'] as const;
export type Show = (typeof shows)[number];

export interface FleetView {
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly show: Show;
  readonly garageId: string | null;
  readonly words: string;
}

/** What an address asks of the table; what makes no sense is as if it were not there. */
export function fleetViewIn(parameters: URLSearchParams): FleetView {
  const sort = sortKeys.find((key) => key === parameters.get('sort'));
  return {
    sort: sort ?? 'attention',
    descending: sort ? parameters.get('order') === 'desc' : true,
    show: shows.find((each) => each === parameters.get('show')) ?? 'all',
    garageId: parameters.get('garage'),
    words: parameters.get('q') ?? '',
  };
}

export function addressOfView({ sort, descending, show, garageId, words }: FleetView): string {
  const parameters = new URLSearchParams();
  if (sort !== 'attention' || !descending) {
    parameters.set('sort', sort);
    if (descending) parameters.set('order', 'desc');
  }
  if (show !== 'all') parameters.set('show', show);
  if (garageId) parameters.set('garage', garageId);
  if (words) parameters.set('q', words);
  return parameters.size > 0 ? `/fleet?${parameters}` : '/fleet';
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

const values: Readonly<Record<SortKey, (row: FleetRow) => number | string | null>> = {
  attention: ({ anomalies, due }) => anomalies.length * 2 + (due?.state === 'overdue' ? 1 : 0),
  vehicle: ({ nickname }) => nickname,
  driver: ({ drivers }) => drivers || null,
  odometer: ({ odometerM }) => odometerM,
  distance: ({ distanceThisMonthM }) => distanceThisMonthM,
  economy: ({ economy }) => economy?.comparedToAveragePercent ?? null,
  month: ({ monthMinor }) => monthMinor,
  perKm: ({ perKm }) => perKm && Number(perKm.amount),
  due: ({ due }) => due && urgencyOf(due.by),
  last: ({ lastDate }) => lastDate,
};

/** Thirty days and a thousand kilometres count the same. */
const urgencyOf = (by: NonNullable<FleetRow['due']>['by']) =>
  'days' in by ? by.days / 30 : 'hours' in by ? by.hours / 50 : by.metres / 1_000_000;
