import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { AcceptInvitation } from './accept-invitation.command.js';
import { DeclineInvitation } from './decline-invitation.command.js';
import { GetInvitation } from './get-invitation.query.js';
import * as contract from './invitations.contract.js';
import { Invite } from './invite.command.js';
import { ListInvitations } from './list-invitations.query.js';
import { ResendInvitation } from './resend-invitation.command.js';
import { RevokeInvitation } from './revoke-invitation.command.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(contract.listInvitations)
  list(@Call() { caller, query }: CallOf<typeof contract.listInvitations>) {
    return this.queries.execute(new ListInvitations({ caller, query, params: {} }));
  }

  @Route(contract.invite)
  invite(@Call() { body, ...call }: CallOf<typeof contract.invite>) {
    const offer = { garageId: null, garageRole: null, ...body };
    return this.commands.execute(new Invite({ ...call, body: offer }));
  }

  @Route(contract.listGarageInvitations)
  listOfGarage(@Call() call: CallOf<typeof contract.listGarageInvitations>) {
    return this.queries.execute(new ListInvitations(call));
  }

  @Route(contract.inviteToGarage)
  inviteToGarage(@Call() { body, params, ...call }: CallOf<typeof contract.inviteToGarage>) {
    const { email, role: garageRole, tenantRole: role = 'driver' } = body;
    return this.commands.execute(new Invite({ ...call, body: { email, role, ...params, garageRole } }));
  }

  @Route(contract.resendInvitation)
  resend(@Call() call: CallOf<typeof contract.resendInvitation>) {
    return this.commands.execute(new ResendInvitation(call));
  }

  @Route(contract.revokeInvitation)
  revoke(@Call() call: CallOf<typeof contract.revokeInvitation>) {
    return this.commands.execute(new RevokeInvitation(call));
  }

  @Route(contract.getInvitation)
  get(@Call() call: CallOf<typeof contract.getInvitation>) {
    return this.queries.execute(new GetInvitation(call));
  }

  @Route(contract.acceptInvitation)
  accept(@Call() call: CallOf<typeof contract.acceptInvitation>) {
    return this.commands.execute(new AcceptInvitation(call));
  }

  @Route(contract.declineInvitation)
  decline(@Call() call: CallOf<typeof contract.declineInvitation>) {
    return this.commands.execute(new DeclineInvitation(call));
  }
}
