import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import type { removeTariff } from './tariffs.contract.js';

export class RemoveTariff extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof removeTariff>) {
    super();
  }
}

@CommandHandler(RemoveTariff)
export class RemoveTariffHandler implements ICommandHandler<RemoveTariff> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RemoveTariff): Promise<Answer<null>> {
    const { caller, params } = call;
    const { tenantId, userId } = caller;
    const removed = await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherVehicleState(trx, call);
      return trx
        .updateTable('tariffs')
        .set({ deletedAt: sql`COALESCE(deleted_at, now())`, deletedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('vehicleId', '=', params.vehicleId)
        .where('id', '=', params.tariffId)
        .returning('id')
        .executeTakeFirst();
    });
    if (!removed) throw new Problem('not-found');
    return new Answer(204, null);
  }
}
