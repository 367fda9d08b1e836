import type { Profile } from '../profile.js';

const atHome = { name: 'Stadtwerke', charger: 'home', currency: 'EUR' } as const;
const night = { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00', unitPrice: '0.21' };

/** The family's plug-in hybrid: school runs, weekends away, the long way south twice a year, and a wallbox in its last year. */
export const octavia: Profile = {
  seed: 2021,
  vehicle: {
    nickname: 'Octavia',
    make: 'Škoda',
    model: 'Octavia Combi iV',
    year: 2021,
    trim: '1.4 TSI Style',
    color: 'Race Blue',
    licensePlate: 'M-OT 412E',
    kind: 'estate',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    distanceUnit: 'km',
    volumeUnit: 'L',
    energies: ['petrol', 'electricity'],
    batteryWh: 10_400,
  },
  startKm: 18,
  tankL: 40,
  lPer100Km: 5.7,
  drive: ({ weekend, date }, random) => {
    const travelling = /-0[48]-(12|26)$/.test(date);
    if (travelling) return random.between(560, 720);
    if (weekend) return random.chance(0.55) ? random.between(20, 190) : 0;
    return random.chance(0.7) ? random.between(12, 38) : 0;
  },
  stations: [
    'Shell Holzkirchen',
    'Aral Freimann',
    'OMV Kufstein',
    'JET Landsberger Str.',
    'Eni Brenner',
    'Allguth Sendling',
  ],
  away: ({ date }) => /-0[48]-(1[2-9]|2[0-6])$/.test(date),
  battery: {
    kWh: 10.4,
    kWhPer100Km: 17.5,
    chargerKW: 3.6,
    wallboxOnDay: 1455,
    tariffs: [
      { ...atHome, fromDay: 1455, unitPrice: '0.34', periods: [] },
      { ...atHome, fromDay: 1561, unitPrice: '0.32', periods: [night] },
    ],
    nearStations: [
      { name: 'Theresienhöhe', unitPrice: { amount: '0.49', currency: 'EUR' } },
      { name: 'Allguth Sendling', unitPrice: { amount: '0.59', currency: 'EUR' } },
    ],
    farStations: [
      { name: 'Bozen Mitte', unitPrice: { amount: '0.62', currency: 'EUR' } },
      { name: 'Bardolino Lungolago', unitPrice: { amount: '0.55', currency: 'EUR' } },
    ],
  },
  upkeep: [
    {
      everyKm: 15_000,
      firstKm: 15_000,
      items: [
        { kind: 'engine-oil', description: '0W-20, long life', euros: 129 },
        { kind: 'oil-filter', euros: 21 },
        { kind: 'cabin-filter', euros: 34 },
        { kind: 'general-service', euros: 165 },
      ],
      workshop: 'Autohaus Weber',
    },
    {
      everyKm: 42_000,
      firstKm: 41_000,
      items: [{ kind: 'tyres', description: 'Summer set, 225/45 R17', euros: 512 }],
      workshop: 'Reifen Huber',
    },
    {
      everyKm: 60_000,
      firstKm: 47_000,
      items: [{ kind: 'brake-pads', description: 'Front', euros: 138 }],
      workshop: 'Autohaus Weber',
    },
    {
      everyKm: 60_000,
      firstKm: 52_000,
      items: [{ kind: 'windscreen', description: 'Stone chip filled', euros: 0 }],
    },
  ],
  bills: [
    {
      on: '01-02',
      category: 'insurance',
      euros: 642.3,
      rise: 24.5,
      description: 'Full cover, the whole year',
    },
    { on: '02-20', everyYears: 2, category: 'insurance', euros: -48.1, description: 'Refund: no claims' },
    { on: '12-01', category: 'tax', euros: 28 },
    { on: '04-05', category: 'tyres', euros: 35, description: 'Summer wheels on' },
    { on: '10-20', category: 'tyres', euros: 35, description: 'Winter wheels on' },
    { on: '08-12', category: 'toll', euros: 21.8, description: 'Vignette and Brenner' },
    {
      on: '12-28',
      everyYears: 3,
      category: 'inspection',
      euros: 148.9,
      description: 'General inspection and emissions',
    },
  ],
  casual: [
    { perYear: 12, category: 'parking', euros: [3, 18] },
    { perYear: 5, category: 'wash', euros: [9, 16] },
    { perYear: 0.6, category: 'accessories', euros: [25, 190] },
  ],
  notes: [
    { onDay: 3, text: 'Picked up new from the dealer. Run in gently to 1,500 km.' },
    { onDay: 410, text: 'Roof box adds about a litre at 130.' },
    { onDay: 1455, text: 'Wallbox hung up in the carport. From now on it is charged in the evening.' },
    { onDay: 1105, text: 'Recall letter for the rear camera: software done with the service.' },
  ],
  reminders: [
    {
      title: 'Insurance: keep or cancel',
      setDaysAgo: 90,
      dueInDays: 9,
      every: { months: 12 },
      anchor: 'schedule',
    },
    {
      title: '12 V battery check',
      setDaysAgo: 120,
      dueInDays: 11,
      every: { months: 12 },
      anchor: 'completion',
      serviceKind: 'battery',
    },
  ],
};
