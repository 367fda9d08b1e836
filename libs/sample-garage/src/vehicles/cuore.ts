import type { Profile } from '../profile.js';

/** A small old car for the daily way to work. */
export const cuore: Profile = {
  seed: 2008,
  vehicle: {
    nickname: 'Cuore',
    make: 'Daihatsu',
    model: 'Cuore 1.0',
    year: 2008,
    trim: 'Plus',
    color: 'Silver',
    licensePlate: 'M-DC 108',
    kind: 'car',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    energies: ['petrol'],
  },
  startKm: 88_420,
  tankL: 36,
  lPer100Km: 5.1,
  drive: ({ weekend, month }, random) => {
    if (month === 8 && random.chance(0.5)) return 0;
    if (weekend) return random.chance(0.35) ? random.between(10, 70) : 0;
    return random.chance(0.82) ? random.between(34, 52) : 0;
  },
  stations: ['Aral Freimann', 'JET Landsberger Str.', 'Star Moosach', 'Supol Dachau'],
  upkeep: [
    {
      everyKm: 10_000,
      firstKm: 90_000,
      items: [
        { kind: 'engine-oil', description: '5W-30, 3 litres', euros: 27.5 },
        { kind: 'oil-filter', euros: 8.9 },
        { kind: 'air-filter', euros: 12.4 },
      ],
    },
    {
      everyKm: 26_000,
      firstKm: 93_500,
      items: [{ kind: 'tyres', description: 'All-season, four', euros: 212 }],
      workshop: 'Reifen Huber',
    },
    {
      everyKm: 30_000,
      firstKm: 101_000,
      items: [
        { kind: 'brake-pads', euros: 64 },
        { kind: 'brake-discs', euros: 88 },
      ],
      workshop: 'Autohaus Weber',
    },
    { everyKm: 60_000, firstKm: 112_300, items: [{ kind: 'battery', euros: 79 }] },
    {
      everyKm: 60_000,
      firstKm: 118_700,
      items: [{ kind: 'exhaust', description: 'Rear silencer', euros: 146 }],
      workshop: 'Autohaus Weber',
    },
  ],
  bills: [
    {
      on: '01-03',
      category: 'insurance',
      euros: 268.9,
      rise: 11.4,
      description: 'Liability, the whole year',
    },
    {
      on: '02-14',
      category: 'insurance',
      euros: -31.2,
      description: 'Refund: fewer kilometres than insured',
    },
    { on: '07-01', category: 'tax', euros: 20 },
    {
      on: '11-30',
      everyYears: 2,
      category: 'inspection',
      euros: 141.5,
      description: 'General inspection and emissions',
    },
  ],
  casual: [
    { perYear: 9, category: 'parking', euros: [2, 9] },
    { perYear: 4, category: 'wash', euros: [6, 12] },
    { perYear: 0.5, category: 'fine', euros: [15, 30], description: 'Parked too long' },
  ],
  notes: [
    { onDay: 75, text: 'Left headlight bulb replaced at the roadside. The spare is in the glove box.' },
    { onDay: 640, text: 'Rattle from the left at 3,000 rpm: the heat shield. Clamped.' },
    { onDay: 1530, text: 'Wipers smear again. Cleaned the screen with vinegar, good as new.' },
  ],
  reminders: [
    {
      title: 'Inspection (HU)',
      setDaysAgo: 300,
      dueInDays: 40,
      every: { months: 24 },
      anchor: 'schedule',
      serviceKind: 'inspection',
    },
    { title: 'Winter check', setDaysAgo: 60, dueInDays: 20, every: { months: 12 }, anchor: 'schedule' },
  ],
  mistypedReadingOn: 1002,
};
