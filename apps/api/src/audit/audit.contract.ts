import { auditActions } from '@odolog/auth';
import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Name = nullable(
  Type.String({ description: 'What it is called now; null for people who deleted their account' }),
);
/** What one needs to know besides; which of it there is depends on the action. */
const Detail = Type.Object(
  {
    by: Type.Optional(Type.Enum(['password', 'second-factor', 'passkey', 'provider', 'link'])),
    from: Type.Optional(Type.String({ description: 'The role before' })),
    to: Type.Optional(Type.String({ description: 'The role since' })),
    role: Type.Optional(nullable(Type.String())),
    provider: Type.Optional(Type.String({ description: 'Of people elsewhere' })),
    name: Type.Optional(Type.String({ description: 'Of a key' })),
    scopes: Type.Optional(Type.Array(Type.String())),
    again: Type.Optional(Type.Integer({ description: 'The invitation was sent before' })),
    otherAddress: Type.Optional(
      Type.Boolean({ description: 'The invitation was sent to another one than theirs' }),
    ),
    attempts: Type.Optional(Type.Integer({ description: 'Refused sign-ins within the hour by then' })),
    kind: Type.Optional(
      Type.String({ description: 'Of an export: everything, fleet or chart; a sealed history without it' }),
    ),
  },
  { additionalProperties: Type.Unknown() },
);
const AuditEntry = named(
  'AuditEntry',
  Type.Object({
    id: Uuid,
    recordedAt: Instant,
    actor: nullable(Type.Object({ id: Uuid, name: Name }, { description: 'Null: nobody, such as a job' })),
    action: Type.Enum([...auditActions]),
    subject: nullable(Type.Object({ kind: Type.String(), id: Uuid, name: Name })),
    place: nullable(
      Type.Object(
        { kind: Type.Enum(['garage', 'vehicle']), id: Uuid, name: Name },
        { description: 'For which it was done, besides to whom' },
      ),
    ),
    detail: Detail,
  }),
);
export type AuditEntry = Static<typeof AuditEntry>;

export const listAuditEntries = route({
  method: 'GET',
  path: '/v1/audit',
  operation: 'listAuditEntries',
  tag: 'Audit',
  access: 'audit.read',
  summary: 'Sign-ins, changes of roles, invitations, keys and exports, newest first',
  query: closed({
    ...page,
    action: Type.Optional(Type.Enum([...auditActions])),
    actorId: Type.Optional(Uuid),
  }),
  answers: { 200: pageOf('AuditPage', AuditEntry) },
});
