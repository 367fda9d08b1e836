import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Garage = named(
  'Garage',
  Type.Object({ id: Uuid, name: Type.String(), description: nullable(Type.String()), createdAt: Instant }),
);
export type Garage = Static<typeof Garage>;
const NewGarage = named(
  'NewGarage',
  closed({
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    description: Type.Optional(nullable(Type.String({ maxLength: 1000 }))),
  }),
);
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
  summary: 'Add a garage',
  body: NewGarage,
  answers: { 201: Garage, 200: Garage },
  problems: ['idempotency-key-reused'],
});
