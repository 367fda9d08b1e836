import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import type { recordChartExport } from './exports.contract.js';

export class RecordChartExport extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof recordChartExport>) {
    super();
  }
}

@CommandHandler(RecordChartExport)
export class RecordChartExportHandler implements ICommandHandler<RecordChartExport> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RecordChartExport): Promise<Answer<null>> {
    const { caller, params, body } = call;
    const { tenantId, userId } = caller;
    const subject = { subjectKind: 'vehicle', subjectId: params.vehicleId } as const;
    const detail = { kind: 'chart', ...body };
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherVehicleState(trx, call);
      await recordAudit(trx, { tenantId, actorId: userId, action: 'export.made', ...subject, detail });
    });
    return new Answer(204, null);
  }
}
