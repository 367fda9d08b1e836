import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { v7 } from 'uuid';
import { requireAllowedNow } from '../access/held-standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { namesOf } from '../people/names-of.js';
import { refuseOtherState } from '../vehicles/expected-version.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import { newShareToken, shareOf } from './share-records.js';
import type { createShare, CreatedShare, Share } from './shares.contract.js';

type Call = CallOf<typeof createShare>;

const dayMs = 86_400_000;

export class CreateShare extends Command<Answer<CreatedShare>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(CreateShare)
export class CreateShareHandler implements ICommandHandler<CreateShare> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CreateShare): Promise<Answer<CreatedShare>> {
    const { db, config } = this.resources;
    const { token, tokenHash } = newShareToken();
    return forTenant(db, call.caller.tenantId, async (trx) => {
      const share = await insert(trx, call, tokenHash);
      const answer = new Answer(201, { ...share, token, url: `${config.publicUrl}/s/${token}` });
      await call.keepAnswer?.(trx, answer);
      return answer;
    });
  }
}

async function insert(trx: TenantTransaction, call: Call, tokenHash: Buffer): Promise<Share> {
  const { caller, params, body } = call;
  const { tenantId, userId } = caller;
  const vehicle = await readVehicle(trx, tenantId, params.vehicleId);
  await requireAllowedNow(trx, caller, { action: 'share.manage', vehicle });
  await refuseOtherState(trx, call, vehicle);
  const { id: vehicleId } = vehicle;
  const { costs = false, notes = false, documents = false, vin = false } = body.contents ?? {};
  const row = await trx
    .insertInto('shares')
    .values({
      tenantId,
      id: v7(),
      vehicleId,
      tokenHash,
      showsCosts: costs,
      showsNotes: notes,
      showsDocuments: documents,
      showsVin: vin,
      expiresAt: new Date(Date.now() + (body.expiresInDays ?? 14) * dayMs),
      createdBy: userId,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const subject = { subjectKind: 'share', subjectId: row.id } as const;
  const detail = { vehicleId, costs, notes, documents, vin };
  await recordAudit(trx, { tenantId, actorId: userId, action: 'share.created', ...subject, detail });
  return shareOf(row, await namesOf(trx, [userId]));
}
