import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { requireGrantable, requireTakeable } from '../access/require.js';
import { forgetStanding } from '../access/standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { changeMember, Member } from './members.contract.js';
import { setRole } from './memberships.js';
import { heldRole, memberFor, readMember } from './read-members.js';

export class ChangeMember extends Command<Member> {
  constructor(readonly call: CallOf<typeof changeMember>) {
    super();
  }
}

/** The role that is taken must be the caller's to take, and the one that is given theirs to give. */
@CommandHandler(ChangeMember)
export class ChangeMemberHandler implements ICommandHandler<ChangeMember> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, body } }: ChangeMember): Promise<Member> {
    const { tenantId } = caller;
    const userId = params.userId.toLowerCase();
    const changed = await forTenant(this.resources.db, tenantId, async (trx) => {
      const role = await heldRole(trx, caller, userId);
      requireTakeable(caller, { userId, role });
      requireGrantable(caller, [body.role]);
      if (role !== body.role) await setRole(trx, caller, { userId, from: role, to: body.role });
      return readMember(trx, tenantId, userId);
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return memberFor(caller, changed);
  }
}
