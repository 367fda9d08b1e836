import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { giveGarageRole } from './garage-members.js';
import type { addGarageMember, GarageMember } from './members.contract.js';
import { namedMember } from './read-members.js';

export class AddGarageMember extends Command<GarageMember> {
  constructor(readonly call: CallOf<typeof addGarageMember>) {
    super();
  }
}

@CommandHandler(AddGarageMember)
export class AddGarageMemberHandler implements ICommandHandler<AddGarageMember> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, body } }: AddGarageMember): Promise<GarageMember> {
    const { tenantId } = caller;
    const userId = body.userId.toLowerCase();
    const { name } = await forTenant(this.resources.db, tenantId, async (trx) => {
      const member = await namedMember(trx, tenantId, userId);
      await giveGarageRole(trx, caller, { garageId: params.garageId, userId, role: body.role });
      return member;
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return { id: userId, name, role: body.role };
  }
}
