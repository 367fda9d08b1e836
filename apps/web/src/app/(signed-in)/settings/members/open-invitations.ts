import type { Invitation, Me } from '@/api/schema.gen';

interface OpenInvitation {
  readonly invitation: Invitation;
  /** Whether to send it again and to take it back is offered: that is for whoever may give the role themselves. */
  readonly isOurs: boolean;
}

/** Who was asked and has not answered; what is over is for the audit trail. */
export function openInvitations(
  invitations: readonly Invitation[],
  grantableRoles: Me['grantableRoles'],
): OpenInvitation[] {
  return invitations
    .filter(({ status }) => status === 'pending' || status === 'expired')
    .map((invitation) => ({ invitation, isOurs: grantableRoles.includes(invitation.role) }));
}
