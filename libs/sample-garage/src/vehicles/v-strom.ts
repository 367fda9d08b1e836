import type { Profile } from '../profile.js';

/** A touring motorcycle: idle in winter, out on dry weekends, a week of passes in August. */
export const vStrom: Profile = {
  seed: 650,
  vehicle: {
    nickname: 'V-Strom',
    make: 'Suzuki',
    model: 'V-Strom 650',
    year: 2012,
    trim: 'DL650A',
    color: 'Orange',
    licensePlate: 'M-VS 650',
    kind: 'motorcycle',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    energies: ['petrol'],
  },
  startKm: 34_180,
  tankL: 20,
  lPer100Km: 4.35,
  drive: ({ month, date, weekend }, random) => {
    const dayOfMonth = Number(date.slice(8));
    if (month === 8 && dayOfMonth >= 3 && dayOfMonth <= 10) return random.between(180, 380);
    if (month <= 2 || month === 12) return 0;
    if (weekend) return random.chance(0.4) ? random.between(40, 210) : 0;
    return random.chance(0.12) ? random.between(15, 60) : 0;
  },
  stations: ['JET Landsberger Str.', 'Shell Holzkirchen', 'Aral Bad Tölz', 'OMV Kufstein', 'Agip Lenggries'],
  upkeep: [
    { everyKm: 1600, firstKm: 34_600, items: [{ kind: 'chain', description: 'Cleaned and oiled' }] },
    {
      everyKm: 6000,
      firstKm: 36_000,
      items: [
        { kind: 'engine-oil', description: '10W-40, 2.7 litres', euros: 34.9 },
        { kind: 'oil-filter', euros: 11.5 },
      ],
    },
    {
      everyKm: 12_000,
      firstKm: 40_000,
      items: [{ kind: 'tyres', description: 'Front and rear, Pilot Road', euros: 289 }],
      workshop: 'Reifen Huber',
    },
    {
      everyKm: 24_000,
      firstKm: 48_000,
      items: [
        { kind: 'chain', description: 'Chain and sprockets', euros: 178 },
        { kind: 'brake-fluid', euros: 45 },
        { kind: 'spark-plugs', euros: 38.4 },
      ],
      workshop: 'Zweirad Maier',
    },
  ],
  bills: [
    {
      on: '03-01',
      category: 'insurance',
      euros: 118.4,
      rise: 3.2,
      description: 'Liability and partial cover, March to October',
    },
    { on: '03-02', category: 'tax', euros: 47 },
    { on: '04-12', everyYears: 2, category: 'inspection', euros: 92.5, description: 'General inspection' },
  ],
  casual: [
    { perYear: 2, category: 'toll', euros: [9, 14], description: 'Pass road' },
    { perYear: 1, category: 'accessories', euros: [19, 140] },
    { perYear: 3, category: 'wash', euros: [1, 4] },
  ],
  notes: [
    { onDay: 160, text: 'Grimsel, Furka, Susten in one day. Brakes held up.' },
    { onDay: 530, text: 'Heated grips fitted. Fuse 5 is theirs.' },
    { onDay: 1290, text: 'Slight weave above 130 with the panniers on. Gone with 0.2 bar more at the rear.' },
  ],
  reminders: [
    {
      title: 'Chain: clean and oil',
      setDaysAgo: 40,
      dueInKm: -112,
      every: { km: 800 },
      anchor: 'completion',
      serviceKind: 'chain',
    },
    {
      title: 'Oil and filter',
      setDaysAgo: 200,
      dueInKm: 472,
      dueInDays: 160,
      every: { km: 6000, months: 12 },
      anchor: 'completion',
      serviceKind: 'engine-oil',
    },
  ],
};
