import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { requireTakeable } from '../access/require.js';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { removeMember } from './members.contract.js';
import { endMembership } from './memberships.js';
import { heldRole } from './read-members.js';

export class RemoveMember extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof removeMember>) {
    super();
  }
}

@CommandHandler(RemoveMember)
export class RemoveMemberHandler implements ICommandHandler<RemoveMember> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: RemoveMember): Promise<Answer<null>> {
    const { tenantId } = caller;
    const userId = params.userId.toLowerCase();
    await forTenant(this.resources.db, tenantId, async (trx) => {
      const role = await heldRole(trx, caller, userId);
      requireTakeable(caller, { userId, role });
      await endMembership(trx, caller, userId);
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return new Answer(204, null);
  }
}
