import type { VehicleGlance } from '@/api/schema.gen';

/** What the entry form and the jump list know of a vehicle. Every page carries it of the vehicles at hand: it is kept small. */
export type LoggableVehicle = VehicleGlance;
