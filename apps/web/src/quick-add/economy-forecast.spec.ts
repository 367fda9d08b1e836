import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import type { Draft } from './draft';
import { economyForecast } from './economy-forecast';

const fill = (date: string, litres: number, km: number, more: Record<string, unknown> = {}): Draft => ({
  type: 'fuel',
  date,
  odometer: { value: km, unit: 'km' },
  data: { volume: { value: litres, unit: 'L' }, energy: 'petrol', fill: 'full', ...more },
});
const known = (recording: Draft, version: number) =>
  ({ ...recording, id: `known-${version}`, version, occurredAt: null }) as TimelineItem;

const lastFull = known(fill('2026-11-08', 14.02, 61_528), 2);

it('divides what was filled by the way since the last full tank', () => {
  expect(economyForecast(fill('2026-11-21', 14.21, 61_847), [lastFull])).toMatchObject({
    figures: { lPer100Km: expect.closeTo(4.4545, 4) },
    distanceM: 319_000,
    volumeMl: 14_210,
    sinceDate: '2026-11-08',
  });
});

it('adds the partial fills in between', () => {
  const partial = known(fill('2026-11-15', 10, 61_700, { fill: 'partial' }), 3);
  expect(economyForecast(fill('2026-11-21', 14.21, 61_847), [partial, lastFull])).toMatchObject({
    volumeMl: 24_210,
  });
});

it('says why there is no figure', () => {
  const draft = fill('2026-11-21', 14.21, 61_847);
  expect(economyForecast(draft, [])).toBe('first');
  expect(economyForecast({ ...draft, data: { ...draft.data, fill: 'partial' } }, [lastFull])).toBe('partial');
  expect(economyForecast({ ...draft, data: { ...draft.data, missedPrevious: true } }, [lastFull])).toBe(
    'missed',
  );
  expect(economyForecast({ ...draft, odometer: { value: 61_847, unit: 'km', void: true } }, [lastFull])).toBe(
    'incomplete',
  );
  expect(economyForecast(fill('2026-11-21', 14.21, 61_528), [lastFull])).toBe('no-distance');
  expect(economyForecast(fill('2026-11-21', 14.21, 61_500), [lastFull])).toBe('out-of-order');
  expect(economyForecast(fill('2026-11-01', 14.21, 61_600), [lastFull])).toBe('out-of-order');
});
