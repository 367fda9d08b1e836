import { Problem, type Rule } from '@odolog/problems';
import Type, { type Static } from 'typebox';
import { GarageRoleName, TenantRoleName } from '../access/access.schema.js';
import { route } from '../http/contract.js';
import { closed, Instant, named, nullable, page, pageOf, Uuid } from '../http/schema.js';
import { Tenant } from '../people/people.contract.js';
import { tokenPattern } from '../http/link-token.js';

const Email = Type.String({ format: 'email', maxLength: 254 });
const Status = Type.Enum(['pending', 'expired', 'accepted', 'declined', 'revoked']);
const asked = {
  email: Type.String(),
  role: TenantRoleName,
  status: Status,
  expiresAt: Instant,
};

const invitation = {
  id: Uuid,
  ...asked,
  garageId: nullable(Uuid),
  garageRole: nullable(GarageRoleName),
  createdAt: Instant,
  invitedBy: Type.Object({ id: Uuid, name: nullable(Type.String()) }),
};
const Invitation = named('Invitation', Type.Object(invitation));
export type Invitation = Static<typeof Invitation>;

/** The link is told to whoever invites, this once, so that it can also be handed over where no mail leaves the house. */
const SentInvitation = named(
  'SentInvitation',
  Type.Object({
    ...invitation,
    link: nullable(Type.String({ description: 'Told once; null when the same request is answered again' })),
    mail: Type.Enum(['sent', 'outbox', 'failed', 'not-sent']),
  }),
);
export type SentInvitation = Static<typeof SentInvitation>;

/** What someone who holds the link is told. */
const InvitationOffer = named(
  'InvitationOffer',
  Type.Object({
    ...asked,
    tenant: Type.Object({ name: Type.String(), kind: Type.Enum(['personal', 'fleet']) }),
    invitedBy: nullable(Type.String()),
    garage: nullable(Type.Object({ name: Type.String(), role: GarageRoleName })),
  }),
);
export type InvitationOffer = Static<typeof InvitationOffer>;

/** Of a garage and a role in it neither stands alone: Problem `validation-failed`. */
const wholeOffer: Rule<{ readonly garageId?: string | null; readonly garageRole?: string | null }> = {
  reads: ['/garageId', '/garageRole'],
  check: ({ garageId = null, garageRole = null }) => {
    if ((garageId === null) === (garageRole === null)) return;
    const pointer = garageId === null ? '/garageId' : '/garageRole';
    const detail = 'A garage and a role in it belong together';
    throw new Problem('validation-failed', { errors: [{ pointer, code: 'missing', detail }] });
  },
};
const ofTenant = Type.Object({ tenantId: Uuid });
const ofGarage = Type.Object({ garageId: Uuid });
const one = Type.Object({ tenantId: Uuid, invitationId: Uuid });
const byToken = Type.Object({ token: Type.String({ pattern: tokenPattern }) });
const tag = 'Invitations';

export const listInvitations = route({
  method: 'GET',
  path: '/v1/tenants/:tenantId/invitations',
  operation: 'listInvitations',
  tag,
  access: 'members.manage',
  summary: 'Who was asked to join, newest first',
  params: ofTenant,
  query: closed(page),
  answers: { 200: pageOf('InvitationPage', Invitation) },
});
export const invite = route({
  method: 'POST',
  path: '/v1/tenants/:tenantId/invitations',
  operation: 'invite',
  tag,
  onceBy: 'command',
  sendsMail: true,
  access: 'members.manage',
  summary: 'Ask someone to join, by mail; an older invitation of the same address ends',
  params: ofTenant,
  body: named(
    'NewInvitation',
    closed({
      email: Email,
      role: TenantRoleName,
      garageId: Type.Optional(nullable(Uuid)),
      garageRole: Type.Optional(nullable(GarageRoleName)),
    }),
  ),
  rules: [wholeOffer],
  answers: { 201: SentInvitation, 200: SentInvitation },
  problems: ['already-member'],
});
export const listGarageInvitations = route({
  method: 'GET',
  path: '/v1/garages/:garageId/invitations',
  operation: 'listGarageInvitations',
  tag,
  access: 'members.manage',
  summary: 'Who was asked into the garage, newest first',
  params: ofGarage,
  query: closed(page),
  answers: { 200: pageOf('GarageInvitationPage', Invitation) },
});
export const inviteToGarage = route({
  method: 'POST',
  path: '/v1/garages/:garageId/invitations',
  operation: 'inviteToGarage',
  tag,
  onceBy: 'command',
  sendsMail: true,
  access: 'members.manage',
  summary: 'Ask someone into the garage, by mail; in the tenant they become a driver unless said otherwise',
  params: ofGarage,
  body: named(
    'NewGarageInvitation',
    closed({ email: Email, role: GarageRoleName, tenantRole: Type.Optional(TenantRoleName) }),
  ),
  answers: { 201: SentInvitation, 200: SentInvitation },
  problems: [],
});
export const resendInvitation = route({
  method: 'POST',
  path: '/v1/tenants/:tenantId/invitations/:invitationId/resend',
  operation: 'resendInvitation',
  tag,
  sendsMail: true,
  access: 'members.manage',
  summary: 'Mail a new link, good for another week; the old one ends',
  params: one,
  answers: { 200: SentInvitation },
  problems: ['invitation-closed'],
});
export const revokeInvitation = route({
  method: 'DELETE',
  path: '/v1/tenants/:tenantId/invitations/:invitationId',
  operation: 'revokeInvitation',
  tag,
  access: 'members.manage',
  summary: 'End an invitation before it is accepted',
  params: one,
  answers: { 204: Type.Null() },
  problems: ['invitation-closed'],
});

export const getInvitation = route({
  method: 'GET',
  path: '/v1/invitations/:token',
  operation: 'getInvitation',
  tag,
  access: 'public',
  summary: 'What one is asked to join, for whoever holds the link',
  params: byToken,
  answers: { 200: InvitationOffer },
});
export const acceptInvitation = route({
  method: 'POST',
  path: '/v1/invitations/:token/accept',
  operation: 'acceptInvitation',
  tag,
  access: 'person',
  summary: 'Join; the answer is the tenant',
  params: byToken,
  body: named(
    'Acceptance',
    closed({
      confirmAddress: Type.Optional(
        Type.Boolean({ description: 'Join although the invitation was sent to another address of mine' }),
      ),
    }),
  ),
  answers: { 200: Tenant },
  problems: ['invitation-closed', 'invitation-for-another-address'],
});
export const declineInvitation = route({
  method: 'POST',
  path: '/v1/invitations/:token/decline',
  operation: 'declineInvitation',
  tag,
  access: 'public',
  summary: 'Say no, which ends the invitation',
  params: byToken,
  answers: { 204: Type.Null() },
  problems: ['invitation-closed'],
});
