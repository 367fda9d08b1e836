import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { named } from '../http/schema.js';

const Part = Type.Object({
  ok: Type.Boolean(),
  detail: Type.Optional(Type.String({ description: 'In words; of a part that is not ok, what is missing' })),
});
export type Part = Static<typeof Part>;

const said = (description: string) => Type.Object(Part.properties, { description });

const Readiness = named(
  'Readiness',
  Type.Object({
    status: Type.Enum(['ready', 'not-ready']),
    parts: Type.Object({
      database: said('It answers'),
      migrations: said('All that this version needs are applied'),
      jobs: said('The queue answers, and nothing in it has been due for more than an hour'),
      cache: said('Redis answers, where there is one'),
      projectors: said('A worker is alive, and no read model is more than 100,000 events behind'),
      signing: said('Tokens are signed by a key that the secret of this process opens'),
    }),
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
  summary: 'Requests are answered, and what they read is kept up to date; 503 names what is not so',
  answers: { 200: Readiness, 503: Readiness },
});
