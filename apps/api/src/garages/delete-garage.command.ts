import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { callerWhoMay } from '../access/held-standing.js';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readInvitation } from '../invitations/read-invitations.js';
import { requireOwnToGive } from '../invitations/require-own-to-give.js';
import { revokeOpen } from '../invitations/revoke-open.js';
import { takeGarageRole } from '../members/garage-members.js';
import { type Resources, RESOURCES } from '../resources.js';
import { forgetRecordable } from '../vehicles/recordable-vehicle.js';
import type { deleteGarage } from './garages.contract.js';
import { holdToChange } from './held-garage.js';

type Call = CallOf<typeof deleteGarage>;

export class DeleteGarage extends Command<Answer<null>> {
  constructor(readonly call: Call) {
    super();
  }
}

/**
 * The vehicles stay with the tenant, in no garage, until it is restored; the roles in it and what was offered in it end. Refused to whoever may not take
 * back what others have offered in it.
 */
@CommandHandler(DeleteGarage)
export class DeleteGarageHandler implements ICommandHandler<DeleteGarage> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: DeleteGarage): Promise<Answer<null>> {
    const { tenantId } = call.caller;
    const { vehicles, people } = await forTenant(this.resources.db, tenantId, (trx) => close(trx, call));
    for (const { id } of vehicles) await forgetRecordable(this.resources, tenantId, id);
    for (const { userId } of people) await forgetStanding(this.resources, { tenantId, userId });
    return new Answer(204, null);
  }
}

async function close(trx: TenantTransaction, { caller, params: { garageId } }: Call) {
  const { tenantId, userId } = caller;
  const deleting = { action: 'garage.manage', resource: { kind: 'garage', id: garageId } } as const;
  await holdToChange(trx, garageId);
  const held = await callerWhoMay(trx, caller, deleting);
  const audit = { updatedAt: sql<Date>`now()`, updatedBy: userId };
  await trx
    .updateTable('garages')
    .set({ deletedAt: sql`now()`, deletedBy: userId })
    .where('tenantId', '=', tenantId)
    .where('id', '=', garageId)
    .execute();
  const vehicles = await trx
    .updateTable('vehicles')
    .set({ garageId: null, leftGarageId: garageId, ...audit })
    .where('tenantId', '=', tenantId)
    .where('garageId', '=', garageId)
    .returning('id')
    .execute();
  const people = await trx
    .selectFrom('garageMembers')
    .select('userId')
    .where('tenantId', '=', tenantId)
    .where('garageId', '=', garageId)
    .forUpdate()
    .execute();
  for (const person of people) await takeGarageRole(trx, caller, { garageId, userId: person.userId });
  for (const open of await revokeOpen(trx, caller, sql<boolean>`garage_id = ${garageId}`))
    requireOwnToGive(held, await readInvitation(trx, tenantId, open));
  return { vehicles, people };
}
