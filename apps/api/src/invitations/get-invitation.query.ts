import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getInvitation, InvitationOffer } from './invitations.contract.js';
import { forInvitation, readOffered } from './offered.js';

export class GetInvitation extends Query<InvitationOffer> {
  constructor(readonly call: CallOf<typeof getInvitation>) {
    super();
  }
}

@QueryHandler(GetInvitation)
export class GetInvitationHandler implements IQueryHandler<GetInvitation> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: GetInvitation): Promise<InvitationOffer> {
    const offered = await forInvitation(this.resources.db, params.token, readOffered);
    const { email, role, status, expiresAt, tenantName, tenantKind, inviterName } = offered;
    const garage = offered.garageName && { name: offered.garageName, role: offered.garageRole };
    return {
      email,
      role: role as InvitationOffer['role'],
      status,
      expiresAt: expiresAt.toISOString(),
      tenant: { name: tenantName, kind: tenantKind as InvitationOffer['tenant']['kind'] },
      invitedBy: inviterName,
      garage: (garage || null) as InvitationOffer['garage'],
    };
  }
}
