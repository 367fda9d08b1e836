import Type, { type Static } from 'typebox';
import { AllowedActions } from '../access/access.schema.js';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Garage = named(
  'Garage',
  Type.Object({
    id: Uuid,
    name: Type.String(),
    description: nullable(Type.String()),
    createdAt: Instant,
    allowed: AllowedActions,
  }),
);
export type Garage = Static<typeof Garage>;
const said = {
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  description: Type.Optional(nullable(Type.String({ maxLength: 1000 }))),
};
const NewGarage = named('NewGarage', closed(said));
const GarageChanges = named('GarageChanges', closed({ ...said, name: Type.Optional(said.name) }));
const one = Type.Object({ garageId: Uuid });
const tag = 'Garages';

export const listGarages = route({
  method: 'GET',
  path: '/v1/garages',
  operation: 'listGarages',
  tag,
  access: 'garage.read',
  narrows: true,
  summary: 'The named groups of vehicles',
  query: closed(page),
  answers: { 200: pageOf('GaragePage', Garage) },
});
export const createGarage = route({
  method: 'POST',
  path: '/v1/garages',
  operation: 'createGarage',
  tag,
  access: 'garage.manage',
  onceBy: 'command',
  summary: 'Add a garage',
  body: NewGarage,
  answers: { 201: Garage, 200: Garage },
  problems: [],
});

export const changeGarage = route({
  method: 'PATCH',
  path: '/v1/garages/:garageId',
  operation: 'changeGarage',
  tag,
  access: 'garage.manage',
  summary: 'Change what is said about a garage',
  params: one,
  body: GarageChanges,
  answers: { 200: Garage },
});
export const deleteGarage = route({
  method: 'DELETE',
  path: '/v1/garages/:garageId',
  operation: 'deleteGarage',
  tag,
  access: 'garage.manage',
  summary: 'Take a garage away; its vehicles stay, in none',
  params: one,
  answers: { 204: Type.Null() },
});
export const restoreGarage = route({
  method: 'POST',
  path: '/v1/garages/:formerGarageId/restore',
  operation: 'restoreGarage',
  tag,
  access: 'garage.manage',
  summary: 'Bring a deleted garage back, with the vehicles that stood in it and stand in no other',
  params: Type.Object({ formerGarageId: Uuid }),
  answers: { 200: Garage },
});
