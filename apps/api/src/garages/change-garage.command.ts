import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { callerWhoMay } from '../access/held-standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { changeGarage, Garage } from './garages.contract.js';
import { holdToChange } from './held-garage.js';
import { garageFor, readGarage } from './read-garages.js';

export class ChangeGarage extends Command<Garage> {
  constructor(readonly call: CallOf<typeof changeGarage>) {
    super();
  }
}

@CommandHandler(ChangeGarage)
export class ChangeGarageHandler implements ICommandHandler<ChangeGarage> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, body } }: ChangeGarage): Promise<Garage> {
    const { tenantId, userId } = caller;
    const changing = { action: 'garage.manage', resource: { kind: 'garage', id: params.garageId } } as const;
    return forTenant(this.resources.db, tenantId, async (trx) => {
      await holdToChange(trx, params.garageId);
      await callerWhoMay(trx, caller, changing);
      await trx
        .updateTable('garages')
        .set({ ...body, updatedAt: sql`now()`, updatedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', params.garageId)
        .where('deletedAt', 'is', null)
        .execute();
      return garageFor(caller, await readGarage(trx, tenantId, params.garageId));
    });
  }
}
