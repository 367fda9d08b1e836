import type { EventEconomy, TimelineItem } from '@/api/schema.gen';

const nobody = '00000000-0000-4000-8000-000000000000';

function entry(id: string, of: Pick<TimelineItem, 'type' | 'date' | 'summary'> & Partial<TimelineItem>) {
  return {
    vehicleId: nobody,
    occurredAt: null,
    odometer: null,
    cost: null,
    category: null,
    notes: null,
    data: {},
    derived: {},
    status: 'effective',
    version: 1,
    position: 1,
    source: 'manual',
    recordedAt: `${of.date}T12:00:00Z`,
    firstRecordedAt: `${of.date}T12:00:00Z`,
    recordedBy: { id: nobody, name: null },
    correctsId: null,
    reason: null,
    ...of,
    id,
  } satisfies TimelineItem;
}

const km = (value: number, isVoid = false) => ({ value, unit: 'km', void: isVoid }) as const;
const euros = (amount: string) => ({ amount, currency: 'EUR' });

function fuel(litres: number, price: string, fill: 'full' | 'partial', missedPrevious = false) {
  const unitPrice = euros(price);
  return { volume: { value: litres, unit: 'L' }, unitPrice, energy: 'petrol', fill, missedPrevious };
}

function count(lPer100Km: number, comparedToAveragePercent: number): EventEconomy {
  return {
    segmentStatus: 'closed',
    reason: null,
    lPer100Km,
    mpgUs: 235.214583 / lPer100Km,
    mpgUk: 282.480936 / lPer100Km,
    comparedToAveragePercent,
    range: { min: 3.2, max: 4.5, average: 3.67, value: lPer100Km },
    distanceM: 924_000,
    volumeMl: 36_310,
    energyWh: 0,
  };
}

const uncounted = (segmentStatus: EventEconomy['segmentStatus'], reason: string): EventEconomy => ({
  segmentStatus,
  reason,
  distanceM: 0,
  volumeMl: 0,
  energyWh: 0,
});

/** An entry in each state that a row has. */
export const sampleEntries: readonly TimelineItem[] = [
  entry('corrected', {
    type: 'fuel',
    date: '2026-11-19',
    summary: '26.31 L at €1.729/L, JET Landsberger Str.',
    odometer: km(66_412),
    cost: euros('45.49'),
    data: { ...fuel(26.31, '1.729', 'full'), station: { name: 'JET Landsberger Str.' } },
    derived: { economy: count(3.93, 7) },
    status: 'corrected',
  }),
  entry('less', {
    type: 'fuel',
    date: '2026-11-19',
    summary: '24.02 L at €1.719/L',
    odometer: km(65_702),
    cost: euros('41.29'),
    data: fuel(24.02, '1.719', 'full'),
    derived: { economy: count(3.3, -10) },
  }),
  entry('partial', {
    type: 'fuel',
    date: '2026-11-15',
    summary: '10.00 L at €1.759/L',
    odometer: km(65_402),
    cost: euros('17.59'),
    data: fuel(10, '1.759', 'partial'),
    derived: { economy: uncounted('open', 'partial-fill') },
  }),
  entry('missed', {
    type: 'fuel',
    date: '2026-11-12',
    summary: '31.20 L at €1.699/L',
    odometer: km(65_102),
    cost: euros('53.01'),
    data: fuel(31.2, '1.699', 'full', true),
    derived: { economy: uncounted('void', 'missed-fill') },
  }),
  entry('charge', {
    type: 'charge',
    date: '2026-11-11',
    summary: '9.8 kWh, Stadtwerke',
    odometer: km(65_050),
    cost: euros('5.78'),
    data: { intoBattery: { value: 9.8, unit: 'kWh' } },
  }),
  entry('service', {
    type: 'maintenance',
    date: '2026-11-09',
    summary: 'Engine oil, Oil filter, Autohaus Brandl',
    odometer: km(65_000),
    cost: euros('349.00'),
    data: { workshop: 'Autohaus Brandl' },
  }),
  entry('void', {
    type: 'odometer',
    date: '2026-11-07',
    summary: 'Odometer read',
    odometer: km(660_105, true),
    notes: 'One digit too many',
  }),
  entry('refund', { type: 'expense', date: '2026-11-05', summary: 'Refund', cost: euros('-62.00') }),
  entry('note', { type: 'note', date: '2026-11-03', summary: 'Rattle from the rear left, only cold' }),
];
