import { expect, it } from 'vitest';
import type { FleetLine, Vehicle } from '@/api/schema.gen';
import { addressOfView, countOf, fleetViewIn, rowsOfView, withColumn, type FleetColumn } from './fleet-order';
import { fleetRows, spentThisMonth } from './fleet-rows';

const vehicle = (nickname: string, lastDate: string, due?: { title: string; dueDate: string }) =>
  ({
    id: nickname,
    nickname,
    licensePlate: `A-${nickname}`,
    kind: 'van',
    garageId: null,
    currency: 'EUR',
    summary: {
      odometer: { odometerM: 1000 },
      cost: [],
      lastEvent: { date: lastDate },
      nextDue: due ? { eventId: 'd', state: 'overdue', ...due } : null,
    },
  }) as unknown as Vehicle;

const line = (vehicleId: string, comparedToAveragePercent: number): FleetLine => ({
  vehicleId,
  distanceThisMonthM: comparedToAveragePercent * 1000,
  energy: null,
  economy: null,
  economies: [
    { energy: 'diesel', segmentStatus: 'closed', reason: null, comparedToAveragePercent, ...driven },
  ],
  drivers: [{ id: `driver-of-${vehicleId}`, name: `Driver of ${vehicleId}` }],
});
const driven = { distanceM: 1000, volumeMl: 60, energyWh: 0 };

const rows = fleetRows(
  [
    vehicle('Caddy', '2026-11-20'),
    vehicle('Fabia', '2026-10-28'),
    vehicle('Kangoo', '2026-11-20', { title: 'Inspection', dueDate: '2026-11-09' }),
    vehicle('Spring', '2026-11-21'),
  ],
  [line('Caddy', 27), line('Spring', 4)],
  '2026-11-21',
);

it('finds the vehicle that runs far above its own usual, and the one that fell silent', () => {
  expect(rows.map(({ anomalies }) => anomalies)).toEqual([
    [{ kind: 'economy', percent: 27, energy: 'diesel' }],
    [{ kind: 'silent', days: 24 }],
    [],
    [],
  ]);
});

it('looks at each energy of a vehicle by itself, and sorts by the one that is further above its usual', () => {
  const hybrid = (nickname: string, petrol: number, electricity: number): FleetLine => {
    const [burnt, charged] = [line(nickname, petrol), line(nickname, electricity)].map(
      ({ economies }) => economies[0]!,
    );
    return { ...line(nickname, 0), economies: [burnt!, { ...charged!, energy: 'electricity' }] };
  };
  const hybrids = fleetRows(
    [vehicle('Kuga', '2026-11-20'), vehicle('Passat', '2026-11-20')],
    [hybrid('Kuga', 21, 30), hybrid('Passat', -5, 40)],
    '2026-11-21',
  );
  expect(hybrids.map(({ anomalies }) => anomalies)).toEqual([
    [
      { kind: 'economy', percent: 21, energy: 'diesel' },
      { kind: 'economy', percent: 30, energy: 'electricity' },
    ],
    [{ kind: 'economy', percent: 40, energy: 'electricity' }],
  ]);
  const sorted = rowsOfView(hybrids, fleetViewIn(new URLSearchParams('sort=economy&order=desc')));
  expect(sorted.map(({ nickname }) => nickname)).toEqual(['Passat', 'Kuga']);
});

it('puts what needs attention first', () => {
  const order = rowsOfView(rows, fleetViewIn(new URLSearchParams())).map(({ nickname }) => nickname);
  expect(order).toEqual(['Caddy', 'Fabia', 'Kangoo', 'Spring']);
});

it('keeps what is not known last, whichever way one sorts', () => {
  const by = (query: string) =>
    rowsOfView(rows, fleetViewIn(new URLSearchParams(query))).map(({ nickname }) => nickname);
  expect(by('sort=economy')).toEqual(['Spring', 'Caddy', 'Fabia', 'Kangoo']);
  expect(by('sort=economy&order=desc')).toEqual(['Caddy', 'Spring', 'Fabia', 'Kangoo']);
});

it('finds a vehicle by who drives it, and sorts by how far it went', () => {
  const by = (query: string) =>
    rowsOfView(rows, fleetViewIn(new URLSearchParams(query))).map(({ nickname }) => nickname);
  expect(by('q=driver+of+spring')).toEqual(['Spring']);
  expect(by('sort=distance&order=desc').slice(0, 2)).toEqual(['Caddy', 'Spring']);
});

it('shows what is asked for, and says how many', () => {
  const view = fleetViewIn(new URLSearchParams('show=overdue&q=kan'));
  expect(rowsOfView(rows, view).map(({ nickname }) => nickname)).toEqual(['Kangoo']);
  expect([countOf(rows, 'all'), countOf(rows, 'anomalies'), countOf(rows, 'overdue')]).toEqual([4, 2, 1]);
});

it('reads an address as it was written, and ignores nonsense', () => {
  const view = fleetViewIn(new URLSearchParams('sort=month&order=desc&show=silent&q=A'));
  expect(addressOfView(view)).toBe('/fleet?sort=month&order=desc&show=silent&q=A');
  expect(addressOfView(fleetViewIn(new URLSearchParams('sort=drop&show=tables')))).toBe('/fleet');
});

const viewOf = (query: string, kept: FleetColumn[] = []) => fleetViewIn(new URLSearchParams(query), kept);

it('leaves out the columns that an address names, or else those that this browser knows', () => {
  expect(viewOf('without=last.month.vehicle.nonsense', ['due']).without).toEqual(['month', 'last']);
  expect(viewOf('', ['due']).without).toEqual(['due']);
  expect(viewOf('without=none', ['due']).without).toEqual([]);
  expect(addressOfView(viewOf('', ['due']), ['due'])).toBe('/fleet?without=due');
  expect(addressOfView(viewOf('without=none', ['due']), ['due'])).toBe('/fleet?without=none');
});

it('sorts by no column that is left out', () => {
  const sorted = viewOf('sort=month&order=desc');
  const { sort, descending, without } = withColumn(sorted, 'month', false);
  expect([sort, descending, without]).toEqual(['attention', true, ['month']]);
  expect(withColumn(withColumn(sorted, 'due', false), 'due', true)).toEqual(sorted);
  expect(viewOf('sort=month&without=month').sort).toBe('attention');
});

it('sorts by name while what needs attention is left out too', () => {
  const without = viewOf('without=attention');
  expect([without.sort, without.descending]).toEqual(['vehicle', false]);
  expect(withColumn(viewOf(''), 'attention', false)).toEqual(without);
  expect(addressOfView(without)).toBe('/fleet?without=attention');
  expect(addressOfView({ ...without, descending: true })).toBe(
    '/fleet?sort=vehicle&order=desc&without=attention',
  );
});

it("counts what was paid in another currency beside the vehicle's own, and sorts by the largest sum", () => {
  const paid = (currency: string, thisMonth: string, last12Months: string) => ({
    currency,
    thisMonth: { amount: thisMonth, currency },
    last12Months: { amount: last12Months, currency },
  });
  const paying = (nickname: string, cost: object[]) => {
    const known = vehicle(nickname, '2026-11-20');
    return { ...known, summary: { ...known.summary, cost } } as unknown as Vehicle;
  };
  const abroad = fleetRows(
    [
      paying('Golf', [paid('CHF', '90.00', '90.00'), paid('EUR', '0.00', '12.00')]),
      paying('Ibiza', [paid('EUR', '40.00', '40.00'), paid('CZK', '0.00', '0.00')]),
      paying('Jazz', []),
      paying('Kei', [paid('JPY', '50', '50')]),
    ],
    [],
    '2026-11-21',
  );
  expect(abroad.map(({ spent }) => spent)).toEqual([
    [
      { currency: 'EUR', monthMinor: 0, yearMinor: 1200 },
      { currency: 'CHF', monthMinor: 9000, yearMinor: 9000 },
    ],
    [{ currency: 'EUR', monthMinor: 4000, yearMinor: 4000 }],
    [{ currency: 'EUR', monthMinor: 0, yearMinor: 0 }],
    [
      { currency: 'EUR', monthMinor: 0, yearMinor: 0 },
      { currency: 'JPY', monthMinor: 50, yearMinor: 50 },
    ],
  ]);
  expect(abroad.map((row) => spentThisMonth(row).map(({ currency }) => currency))).toEqual([
    ['CHF'],
    ['EUR'],
    ['EUR'],
    ['JPY'],
  ]);
  const sorted = rowsOfView(abroad, fleetViewIn(new URLSearchParams('sort=month&order=desc')));
  expect(sorted.map(({ nickname }) => nickname)).toEqual(['Golf', 'Kei', 'Ibiza', 'Jazz']);
});
