import type { NewVehicle } from '@/api/schema.gen';

/** Seventeen characters without I, O and Q are a VIN; anything else is what the vehicle is called. */
export function vehicleNamed(text: string): NewVehicle {
  const compact = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(compact)
    ? { nickname: compact.slice(-6), vin: compact }
    : { nickname: text.trim() };
}
