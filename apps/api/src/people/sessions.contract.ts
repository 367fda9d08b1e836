import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Device = named(
  'SignedInSession',
  Type.Object({
    id: Uuid,
    createdAt: Instant,
    lastSeenAt: Instant,
    expiresAt: Instant,
    userAgent: nullable(Type.String({ description: 'What the browser said of itself' })),
    current: Type.Boolean({ description: 'The one by which this was asked' }),
  }),
);
const Sessions = pageOf('SessionList', Device);
export type Sessions = Static<typeof Sessions>;

const tag = 'People';

export const endSession = route({
  method: 'DELETE',
  path: '/v1/me/sessions/:sessionId',
  operation: 'endSession',
  tag,
  access: 'person',
  summary: 'Sign one device out; its token is void within seconds',
  params: Type.Object({ sessionId: Uuid }),
  answers: { 204: Type.Null() },
});
export const listSessions = route({
  method: 'GET',
  path: '/v1/me/sessions',
  operation: 'listSessions',
  tag,
  access: 'person',
  forPeople: true,
  summary: 'Where the caller is signed in, the latest first',
  query: closed(page),
  answers: { 200: Sessions },
});
export const endSessions = route({
  method: 'DELETE',
  path: '/v1/me/sessions',
  operation: 'endSessions',
  tag,
  access: 'person',
  summary: 'Sign out everywhere, here too unless this session is excepted',
  query: Type.Object({ except: Type.Optional(Type.Literal('current')) }, { additionalProperties: false }),
  answers: { 204: Type.Null() },
});
