import { expect, it } from 'vitest';
import type { FuelSegment } from '@/api/schema.gen';
import { economySpans, fewerSpans, gapsOf } from './economy-spans';

const segment = (change: Partial<FuelSegment>): FuelSegment => ({
  energy: 'petrol',
  fromEventId: 'a',
  toEventId: 'b',
  fromDate: '2026-10-01',
  toDate: '2026-10-20',
  fromOdometerM: 0,
  toOdometerM: 500_000,
  status: 'closed',
  reason: null,
  distanceM: 500_000,
  volumeMl: 25_000,
  energyWh: 0,
  lPer100Km: 5,
  ...change,
});
const read = ({ lPer100Km }: { lPer100Km?: number | null }) =>
  lPer100Km == null ? null : { number: lPer100Km };
const day = (date: string) => Date.parse(date) / 86_400_000;

it('spans the days from full fill to full fill, with the partial fills of the same energy inside', () => {
  const fills = [
    { date: '2026-10-08', data: { fill: 'partial', energy: 'petrol' } },
    { date: '2026-10-09', data: { fill: 'partial', energy: 'lpg' } },
    { date: '2026-10-20', data: { fill: 'full', energy: 'petrol' } },
  ];
  const [span] = economySpans([segment({})], fills, { since: '2026-01-01', read });
  expect(span).toMatchObject({
    fromDay: day('2026-10-01'),
    toDay: day('2026-10-20'),
    value: 5,
    partialDays: [day('2026-10-08')],
  });
});

it('gives no figure to a count that is void or odd, whatever it would come to', () => {
  const spans = economySpans(
    [segment({ status: 'void', reason: 'missed-fill' }), segment({ status: 'anomaly', toEventId: 'c' })],
    [],
    { since: '2026-01-01', read },
  );
  expect(spans.map(({ value, reason }) => [value, reason])).toEqual([
    [null, 'missed-fill'],
    [null, null],
  ]);
});

it('leaves out what ended before', () => {
  expect(economySpans([segment({})], [], { since: '2026-10-21', read })).toEqual([]);
});

it('takes neighbours of very many counts together, over the distance of all of them', () => {
  const counts = Array.from({ length: 240 }, (_, index) =>
    segment({ toEventId: String(index), distanceM: 100_000, volumeMl: index % 2 === 0 ? 4000 : 6000 }),
  );
  const spans = economySpans(counts, [], { since: '2026-01-01', read });
  const fewer = fewerSpans(spans, read);
  expect(fewer).toHaveLength(120);
  expect(fewer[0]).toMatchObject({ value: 5, segment: { distanceM: 200_000, volumeMl: 10_000 } });
  expect(fewerSpans(spans.slice(0, 120), read)).toHaveLength(120);
});

it('takes counts without a figure that follow each other for one gap', () => {
  const noFigure = (fromDate: string, toDate: string) =>
    segment({ status: 'void', reason: 'missed-fill', fromDate, toDate, toEventId: toDate });
  const spans = economySpans(
    [
      noFigure('2026-02-01', '2026-03-01'),
      noFigure('2026-03-01', '2026-04-01'),
      segment({ fromDate: '2026-04-01', toDate: '2026-05-01' }),
      noFigure('2026-05-01', '2026-06-01'),
    ],
    [],
    { since: '2026-01-01', read },
  );
  expect(gapsOf(spans)).toEqual([
    { fromDay: day('2026-02-01'), toDay: day('2026-04-01') },
    { fromDay: day('2026-05-01'), toDay: day('2026-06-01') },
  ]);
});
