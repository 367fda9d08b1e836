import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import { isOpen, transferClosed, transfers } from './transfer-records.js';
import type { revokeTransfer } from './transfers.contract.js';

export class RevokeTransfer extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof revokeTransfer>) {
    super();
  }
}

@CommandHandler(RevokeTransfer)
export class RevokeTransferHandler implements ICommandHandler<RevokeTransfer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RevokeTransfer): Promise<Answer<null>> {
    const { caller, params } = call;
    const { tenantId, userId } = caller;
    const { vehicleId, transferId } = params;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherVehicleState(trx, call);
      const { numUpdatedRows } = await trx
        .updateTable('transfers')
        .set({ revokedAt: sql`now()`, revokedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('vehicleId', '=', vehicleId)
        .where('id', '=', transferId)
        .where(isOpen)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) {
        const row = await transfers(trx, tenantId)
          .where('transfers.vehicleId', '=', vehicleId)
          .where('transfers.id', '=', transferId)
          .executeTakeFirst();
        if (!row) throw new Problem('not-found');
        if (row.status === 'revoked') return;
        throw transferClosed(row);
      }
      const subject = { subjectKind: 'transfer', subjectId: transferId } as const;
      await recordAudit(trx, { tenantId, actorId: userId, action: 'transfer.revoked', ...subject });
    });
    return new Answer(204, null);
  }
}
