export { sampleGarage, sampleGarageSize, type SampleGarageVehicle } from './sample-garage.js';
export type { SampleVehicle } from './profile.js';
