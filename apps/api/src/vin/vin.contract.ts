import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Integer, named, nullable } from '../http/schema.js';

const text = nullable(Type.String());

/** `valid`: by its alphabet and length. A wrong check digit only warns: European VINs carry none. */
export const VinReport = named(
  'VinReport',
  Type.Object({
    vin: Type.String(),
    valid: Type.Boolean(),
    checkDigit: nullable(
      Type.Object({ found: Type.String(), expected: Type.String(), agrees: Type.Boolean() }),
    ),
    warnings: Type.Array(Type.Object({ code: Type.String(), detail: Type.String() })),
    make: text,
    model: text,
    year: nullable(Integer),
    trim: text,
    bodyStyle: text,
    engine: text,
    energies: Type.Array(Type.String()),
  }),
);
export type VinReport = Static<typeof VinReport>;

const Suggestions = named('Suggestions', Type.Object({ items: Type.Array(Type.String()) }));
const typed = Type.Optional(Type.String({ maxLength: 60 }));
const name = Type.String({ minLength: 1, maxLength: 60 });
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 }));
const tag = 'Catalogue';

export const getVin = route({
  method: 'GET',
  path: '/v1/vin/:vin',
  operation: 'getVin',
  tag,
  access: 'person',
  summary: 'Whether it can be a VIN, and what it says of its vehicle',
  params: Type.Object({ vin: Type.String({ minLength: 1, maxLength: 40 }) }),
  answers: { 200: VinReport },
});
export const listMakes = route({
  method: 'GET',
  path: '/v1/catalogue/makes',
  operation: 'listMakes',
  tag,
  access: 'person',
  summary: 'Makes that begin with what was typed, the largest first',
  query: closed({ q: typed, limit }),
  answers: { 200: Suggestions },
});
export const listModels = route({
  method: 'GET',
  path: '/v1/catalogue/models',
  operation: 'listModels',
  tag,
  access: 'person',
  summary: 'Models of a make that begin with what was typed',
  query: closed({ make: name, q: typed, limit }),
  answers: { 200: Suggestions },
});
export const listYears = route({
  method: 'GET',
  path: '/v1/catalogue/years',
  operation: 'listYears',
  tag,
  access: 'person',
  summary: 'Model years in which a model was made, newest first; none where that is not known',
  query: closed({ make: name, model: name }),
  answers: { 200: Suggestions },
});
