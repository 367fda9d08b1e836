import { scopes } from '@odolog/access';
import { Problem, type Rule } from '@odolog/problems';
import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Scope = Type.Enum([...scopes]);

const apiKey = {
  id: Uuid,
  name: Type.String(),
  prefix: Type.String({ description: 'How the secret begins' }),
  scopes: Type.Array(Scope),
  owner: Type.Object({ id: Uuid, name: Type.String() }),
  createdAt: Instant,
  expiresAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
};
const ApiKey = named('ApiKey', Type.Object(apiKey));
export type ApiKey = Static<typeof ApiKey>;

const CreatedApiKey = named(
  'CreatedApiKey',
  Type.Object({
    ...apiKey,
    secret: nullable(
      Type.String({ description: 'Shown once; null when the same Idempotency-Key asks again' }),
    ),
  }),
);
export type CreatedApiKey = Static<typeof CreatedApiKey>;

const NewApiKey = named(
  'NewApiKey',
  closed({
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    scopes: Type.Array(Scope, { minItems: 1, uniqueItems: true }),
    expiresAt: Type.Optional(nullable(Instant)),
  }),
);
/** A key that opens nothing any more is none: Problem `validation-failed`. */
const notExpired: Rule<{ readonly expiresAt?: string | null | undefined }> = {
  reads: ['/expiresAt'],
  check: ({ expiresAt }) => {
    if (!expiresAt || Date.parse(expiresAt) > Date.now()) return;
    const detail = 'must be in the future';
    throw new Problem('validation-failed', {
      errors: [{ pointer: '/expiresAt', code: 'too-small', detail }],
    });
  },
};
const tag = 'API keys';

export const listApiKeys = route({
  method: 'GET',
  path: '/v1/api-keys',
  operation: 'listApiKeys',
  tag,
  access: 'keys.manage',
  summary: "The caller's keys, newest first; an owner sees those of every member",
  query: closed(page),
  answers: { 200: pageOf('ApiKeyPage', ApiKey) },
});
export const createApiKey = route({
  method: 'POST',
  path: '/v1/api-keys',
  operation: 'createApiKey',
  tag,
  access: 'keys.manage',
  onceBy: 'command',
  summary:
    'A key for a program, sent as a bearer token: it does no more than its maker may; the session must be a new one',
  body: NewApiKey,
  rules: [notExpired],
  answers: { 201: CreatedApiKey, 200: CreatedApiKey },
  problems: [],
});
export const revokeApiKey = route({
  method: 'DELETE',
  path: '/v1/api-keys/:apiKeyId',
  operation: 'revokeApiKey',
  tag,
  access: 'keys.manage',
  summary: 'From now on the key opens nothing',
  params: closed({ apiKeyId: Uuid }),
  answers: { 204: Type.Null() },
});
