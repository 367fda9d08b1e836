import { Module } from '@nestjs/common';
import { AcceptInvitationHandler } from './accept-invitation.command.js';
import { DeclineInvitationHandler } from './decline-invitation.command.js';
import { GetInvitationHandler } from './get-invitation.query.js';
import { InvitationsController } from './invitations.controller.js';
import { InviteHandler } from './invite.command.js';
import { ListInvitationsHandler } from './list-invitations.query.js';
import { ResendInvitationHandler } from './resend-invitation.command.js';
import { RevokeInvitationHandler } from './revoke-invitation.command.js';

@Module({
  controllers: [InvitationsController],
  providers: [
    ListInvitationsHandler,
    InviteHandler,
    ResendInvitationHandler,
    RevokeInvitationHandler,
    GetInvitationHandler,
    AcceptInvitationHandler,
    DeclineInvitationHandler,
  ],
})
export class InvitationsModule {}
