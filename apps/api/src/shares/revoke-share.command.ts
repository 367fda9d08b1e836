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
import type { revokeShare } from './shares.contract.js';

export class RevokeShare extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof revokeShare>) {
    super();
  }
}

/** A link that is closed stays closed, and is closed but once. */
@CommandHandler(RevokeShare)
export class RevokeShareHandler implements ICommandHandler<RevokeShare> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RevokeShare): Promise<Answer<null>> {
    const { caller, params } = call;
    const { tenantId, userId } = caller;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherVehicleState(trx, call);
      const share = await trx
        .selectFrom('shares')
        .select(['id', 'revokedAt'])
        .where('tenantId', '=', tenantId)
        .where('vehicleId', '=', params.vehicleId)
        .where('id', '=', params.shareId)
        .forUpdate()
        .executeTakeFirst();
      if (!share) throw new Problem('not-found');
      if (share.revokedAt) return;
      await trx
        .updateTable('shares')
        .set({ revokedAt: sql`now()`, revokedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', share.id)
        .execute();
      const subject = { subjectKind: 'share', subjectId: share.id } as const;
      await recordAudit(trx, { tenantId, actorId: userId, action: 'share.revoked', ...subject });
    });
    return new Answer(204, null);
  }
}
