import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { callerWhoMay } from '../access/held-standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { forgetRecordable } from '../vehicles/recordable-vehicle.js';
import type { Garage, restoreGarage } from './garages.contract.js';
import { holdToChange } from './held-garage.js';
import { garageFor, readGarage } from './read-garages.js';

type Call = CallOf<typeof restoreGarage>;

export class RestoreGarage extends Command<Garage> {
  constructor(readonly call: Call) {
    super();
  }
}

/** With the vehicles that left with it and stand in no other one; nobody has a role in it until they are given one. */
@CommandHandler(RestoreGarage)
export class RestoreGarageHandler implements ICommandHandler<RestoreGarage> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RestoreGarage): Promise<Garage> {
    const { tenantId } = call.caller;
    const { garage, vehicles } = await forTenant(this.resources.db, tenantId, (trx) => reopen(trx, call));
    for (const { id } of vehicles) await forgetRecordable(this.resources, tenantId, id);
    return garageFor(call.caller, garage);
  }
}

async function reopen(trx: TenantTransaction, { caller, params: { formerGarageId: garageId } }: Call) {
  const { tenantId, userId } = caller;
  const restoring = { action: 'garage.manage', resource: { kind: 'garage', id: garageId } } as const;
  await holdToChange(trx, garageId);
  await callerWhoMay(trx, caller, restoring);
  const audit = { updatedAt: sql<Date>`now()`, updatedBy: userId };
  await trx
    .updateTable('garages')
    .set({ deletedAt: null, deletedBy: null, ...audit })
    .where('tenantId', '=', tenantId)
    .where('id', '=', garageId)
    .where('deletedAt', 'is not', null)
    .execute();
  const vehicles = await trx
    .updateTable('vehicles')
    .set({ garageId, leftGarageId: null, ...audit })
    .where('tenantId', '=', tenantId)
    .where('leftGarageId', '=', garageId)
    .where('garageId', 'is', null)
    .returning('id')
    .execute();
  return { garage: await readGarage(trx, tenantId, garageId), vehicles };
}
