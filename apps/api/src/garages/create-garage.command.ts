import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { claimId, idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { createGarage, Garage } from './garages.contract.js';
import { garageFor, garages } from './read-garages.js';

export class CreateGarage extends Command<Answer<Garage>> {
  constructor(readonly call: CallOf<typeof createGarage>) {
    super();
  }
}

@CommandHandler(CreateGarage)
export class CreateGarageHandler implements ICommandHandler<CreateGarage> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CreateGarage): Promise<Answer<Garage>> {
    const { caller, body } = call;
    const { tenantId, userId } = caller;
    const id = idFor(call);
    return forTenant(this.resources.db, tenantId, async (trx) => {
      const isNew = await claimId(trx, { tenantId, id, operation: 'createGarage', content: body });
      if (isNew)
        await trx
          .insertInto('garages')
          .values({ ...body, id, tenantId, createdBy: userId })
          .execute();
      const row = await garages(trx, tenantId).where('id', '=', id).executeTakeFirstOrThrow();
      return new Answer(isNew ? 201 : 200, garageFor(caller, row));
    });
  }
}
