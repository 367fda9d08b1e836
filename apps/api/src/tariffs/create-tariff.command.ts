import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { holdTo, Problem } from '@odolog/problems';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readTariffs, tariffOf } from './tariff-records.js';
import { createTariff, type Tariff } from './tariffs.contract.js';

/** Enough for a price that changes every month for years. */
const most = 200;

export class CreateTariff extends Command<Answer<Tariff>> {
  constructor(readonly call: CallOf<typeof createTariff>) {
    super();
  }
}

@CommandHandler(CreateTariff)
export class CreateTariffHandler implements ICommandHandler<CreateTariff> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CreateTariff): Promise<Answer<Tariff>> {
    const { caller, params, body } = call;
    const { tenantId, userId } = caller;
    const { vehicleId } = params;
    const vehicle = await recordableVehicle(this.resources, caller, vehicleId);
    const { periods = [], place = null, timeZone = vehicle.timeZone, ...told } = body;
    holdTo({ ...body, timeZone }, createTariff.rules);
    return forTenant(this.resources.db, tenantId, async (trx) => {
      const known = await readTariffs(trx, tenantId, vehicleId);
      const id = idFor(call);
      const again = known.find((tariff) => tariff.id === id);
      if (again) return new Answer(201, again);
      await refuseOtherVehicleState(trx, call);
      if (known.length >= most)
        throw refusal('/validFrom', 'too-many', `A vehicle keeps ${most} tariffs at most`);
      const row = await trx
        .insertInto('tariffs')
        .values({
          ...told,
          tenantId,
          id,
          vehicleId,
          place,
          timeZone,
          periods: JSON.stringify(periods),
          createdBy: userId,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return new Answer(201, tariffOf(row));
    });
  }
}

function refusal(pointer: string, code: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, code, detail }] });
}
