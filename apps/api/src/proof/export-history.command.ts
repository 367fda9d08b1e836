import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { exportHistory as contract } from './proof.contract.js';
import { sealHistory } from './seal-history.js';

export class ExportHistory extends Command<Answer<string>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

/** Answers the text of the file as it was sealed: written anew, it would be another file. */
@CommandHandler(ExportHistory)
export class ExportHistoryHandler implements ICommandHandler<ExportHistory> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ExportHistory): Promise<Answer<string>> {
    const { caller, params } = call;
    const { db, config } = this.resources;
    const { tenantId, userId } = caller;
    const { file, code } = await forTenant(db, tenantId, async (trx) => {
      const vehicle = await readVehicle(trx, tenantId, params.vehicleId);
      const issued = await sealHistory(trx, caller, { vehicle, config });
      // Afterwards: what came meanwhile may have been sealed too.
      await refuseOtherVehicleState(trx, call);
      const subject = { subjectKind: 'vehicle', subjectId: vehicle.id } as const;
      const detail = { code: issued.code };
      await recordAudit(trx, { tenantId, actorId: userId, action: 'export.made', ...subject, detail });
      return issued;
    });
    return new Answer(201, file, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="history-${code}.json"`,
    });
  }
}
