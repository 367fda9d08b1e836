import { answer } from '@/api/client';
import type { NewVehicle } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { withoutSpaces } from '../vehicles/use-vin-report';

/** Seventeen characters without I, O and Q are a VIN, and the vehicle is what that says; anything else is what it is called. */
export async function vehicleNamed(text: string): Promise<NewVehicle> {
  const vin = withoutSpaces(text);
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin)) return { nickname: text.trim() };
  try {
    const report = await answer(browserApi.GET('/api/v1/vin/{vin}', { params: { path: { vin } } }));
    const { make, model, year, trim, engine, energies } = report;
    if (make)
      return {
        vin,
        make,
        model,
        year,
        trim,
        engine,
        energies: energies as NonNullable<NewVehicle['energies']>,
      };
  } catch {
    // What a VIN says is no condition for a vehicle.
  }
  return { vin, nickname: vin.slice(-6) };
}
