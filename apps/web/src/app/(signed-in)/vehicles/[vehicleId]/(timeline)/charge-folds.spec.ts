import { expect, it } from 'vitest';
import type { TimelineItem } from '@/api/schema.gen';
import { chargeFolds } from './charge-folds';
import { timelineRows } from './timeline-rows';

const charge = (id: string, date: string, about: Partial<TimelineItem> = {}) =>
  ({
    id,
    date,
    type: 'charge',
    status: 'effective',
    cost: { amount: '2.10', currency: 'EUR' },
    derived: {},
    data: { added: { value: 9.1, unit: 'kWh' }, drawn: { value: 10, unit: 'kWh' }, charger: 'home' },
    ...about,
  }) as unknown as TimelineItem;

const november = ['2026-11-13', '2026-11-06', '2026-11-02'].map((date) => charge(date, date));

it('folds three charges of a month at one place, with the sums of all', () => {
  const folds = chargeFolds(november);
  expect([...folds.keys()]).toEqual(['2026-11-13', '2026-11-06', '2026-11-02']);
  expect(folds.get('2026-11-02')).toEqual({
    charges: november,
    place: null,
    addedWh: 27_300,
    drawnWh: 30_000,
    costMinor: 630,
    currency: 'EUR',
  });
});

it('leaves what has more to say, and what is of another month or place', () => {
  const corrected = charge('corrected', '2026-11-05', { status: 'corrected' });
  const counted = charge('counted', '2026-11-04', {
    derived: { economy: { segmentStatus: 'closed' } } as TimelineItem['derived'],
  });
  const away = charge('away', '2026-11-03', {
    data: { added: { value: 9, unit: 'kWh' }, charger: 'third_party' },
  });
  const items = [...november.slice(0, 2), corrected, counted, away, charge('october', '2026-10-30')];
  expect(chargeFolds(items).size).toBe(0);
});

it('stands where the newest of them does, and what lies between keeps its day', () => {
  const wash = { id: 'wash', date: '2026-11-06', type: 'expense' } as TimelineItem;
  const rows = timelineRows([november[0]!, wash, ...november.slice(1)], [], chargeFolds(november));
  expect(rows.map(({ key }) => key)).toEqual(['2026-11', '2026-11-13', 'wash']);
  expect(rows.at(-1)).toMatchObject({ opensDay: true, lastOfMonth: true });
});
