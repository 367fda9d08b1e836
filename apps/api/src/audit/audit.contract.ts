import { auditActions } from '@odolog/auth';
import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const Name = nullable(
  Type.String({ description: 'What it is called now; null for people who deleted their account' }),
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
    detail: Type.Record(Type.String(), Type.Unknown()),
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
