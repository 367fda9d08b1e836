import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reachOf, type Action } from '@odolog/access';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { isReached } from '../access/reach.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { recordFleetExport } from './exports.contract.js';

export class RecordFleetExport extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof recordFleetExport>) {
    super();
  }
}

/** Refused as a whole when one of the vehicles may not be exported: the file would hold it. */
@CommandHandler(RecordFleetExport)
export class RecordFleetExportHandler implements ICommandHandler<RecordFleetExport> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: RecordFleetExport): Promise<Answer<null>> {
    const { tenantId, userId, standing } = caller;
    const asked = [...new Set(body.vehicleIds)];
    await forTenant(this.resources.db, tenantId, async (trx) => {
      const reached = async (action: Action) => {
        const { count } = await trx
          .selectFrom('vehicles')
          .select((eb) => eb.fn.countAll<string>().as('count'))
          .where('tenantId', '=', tenantId)
          .where('id', 'in', asked)
          .where(isReached(reachOf(standing, action)))
          .executeTakeFirstOrThrow();
        return Number(count);
      };
      if ((await reached('vehicle.read')) < asked.length) throw new Problem('not-found');
      if ((await reached('export.run')) < asked.length) throw new Problem('forbidden');
      const detail = { kind: 'fleet', vehicles: asked.length };
      await recordAudit(trx, { tenantId, actorId: userId, action: 'export.made', detail });
    });
    return new Answer(204, null);
  }
}
