import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { named } from '../http/schema.js';

const Part = Type.Object({ ok: Type.Boolean(), detail: Type.Optional(Type.String()) });
export type Part = Static<typeof Part>;

const Readiness = named(
  'Readiness',
  Type.Object({
    status: Type.Enum(['ready', 'not-ready']),
    parts: Type.Object({ database: Part, migrations: Part, jobs: Part, cache: Part, projectors: Part }),
  }),
);
export type Readiness = Static<typeof Readiness>;

const tag = 'Operation';

export const getHealth = route({
  method: 'GET',
  path: '/health',
  operation: 'getHealth',
  tag,
  access: 'public',
  summary: 'The process is alive',
  answers: { 200: named('Health', Type.Object({ status: Type.Literal('ok') })) },
});
export const getReady = route({
  method: 'GET',
  path: '/ready',
  operation: 'getReady',
  tag,
  access: 'public',
  summary: 'Everything that a request needs answers; 503 names what does not',
  answers: { 200: Readiness, 503: Readiness },
});
