import { expect, it } from 'vitest';
import type { Vehicle } from '@/api/schema.gen';
import { addressOfView, countOf, fleetViewIn, rowsOfView } from './fleet-order';
import { fleetRows } from './fleet-rows';

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
      nextDue: due ? { eventId: 'd', ...due } : null,
    },
  }) as unknown as Vehicle;

const fill = (vehicleId: string, comparedToAveragePercent: number, segmentStatus = 'closed') =>
  ({
    vehicleId,
    date: '2026-11-20',
    data: { energy: 'diesel' },
    derived: { economy: { segmentStatus, comparedToAveragePercent } },
  }) as never;

const rows = fleetRows(
  [
    vehicle('Caddy', '2026-11-20'),
    vehicle('Fabia', '2026-10-28'),
    vehicle('Kangoo', '2026-11-20', { title: 'Inspection', dueDate: '2026-11-09' }),
    vehicle('Spring', '2026-11-21'),
  ],
  [fill('Caddy', 27), fill('Caddy', 1), fill('Spring', 4), fill('Kangoo', 90, 'open')],
  '2026-11-21',
);

it('finds the vehicle whose last count is far above its own usual, and the one that fell silent', () => {
  expect(rows.map(({ anomalies }) => anomalies)).toEqual([
    [{ kind: 'economy', percent: 27, energy: 'diesel' }],
    [{ kind: 'silent', days: 24 }],
    [],
    [],
  ]);
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
