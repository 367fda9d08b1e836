import type { NewVehicle, Preferences, Vehicle } from '@/api/schema.gen';

export const vehicleKinds = ['car', 'estate', 'suv', 'van', 'truck', 'motorcycle', 'other'] as const;
export const energies = [
  'petrol',
  'diesel',
  'e85',
  'lpg',
  'cng',
  'hydrogen',
  'electricity',
  'other',
] as const;

const texts = ['nickname', 'make', 'model', 'trim', 'engine', 'color', 'licensePlate', 'garageId'] as const;

/** What a form sends: empty fields are no value, and a VIN has no spaces. */
export function vehicleFrom(form: FormData): NewVehicle {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const year = text('year');
  const battery = text('battery');
  return {
    ...Object.fromEntries(texts.map((name) => [name, text(name) || null])),
    year: year === '' ? null : Number(year),
    batteryWh: battery === '' ? null : Math.round(Number(battery.replace(',', '.')) * 1000),
    vin: text('vin').replaceAll(/[\s-]/g, '').toUpperCase() || null,
    kind: text('kind') as 'car',
    energies: form.getAll('energies') as 'petrol'[],
    currency: text('currency'),
    distanceUnit: text('distanceUnit') as 'km',
    volumeUnit: text('volumeUnit') as 'L',
    timeZone: text('timeZone'),
  };
}

/** A vehicle that is not there yet: it is where the person is, and drinks petrol like most. */
export function freshVehicle({
  currency,
  distanceUnit,
  volumeUnit,
  timeZone,
}: Preferences): Partial<Vehicle> {
  return { kind: 'car', energies: ['petrol'], currency, distanceUnit, volumeUnit, timeZone };
}
