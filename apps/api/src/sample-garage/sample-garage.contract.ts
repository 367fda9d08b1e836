import Type from 'typebox';
import { route } from '../http/contract.js';
import { named, Position } from '../http/schema.js';
import { Vehicle } from '../vehicles/vehicles.contract.js';

export const SampleGarage = named(
  'SampleGarage',
  Type.Object({ items: Type.Array(Vehicle), position: Position }),
);
const tag = 'Sample garage';

export const fillSampleGarage = route({
  method: 'POST',
  path: '/v1/sample-garage',
  operation: 'fillSampleGarage',
  tag,
  access: 'vehicle.manage',
  summary: 'Three vehicles with five years of events, to look around with',
  answers: { 201: SampleGarage, 200: SampleGarage },
});
export const removeSampleGarage = route({
  method: 'DELETE',
  path: '/v1/sample-garage',
  operation: 'removeSampleGarage',
  tag,
  access: 'vehicle.manage',
  summary: 'Hide the sample vehicles',
  answers: { 204: Type.Null() },
});
