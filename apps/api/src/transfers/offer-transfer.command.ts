import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { requireAllowedNow } from '../access/held-standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { claimId, idFor } from '../http/idempotency.js';
import { newToken } from '../http/link-token.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherState } from '../vehicles/expected-version.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import { refuseHandedOver } from '../vehicles/vehicle-rules.js';
import { sendOffer } from './send-offer.js';
import { isOpen, transferOf, transfers } from './transfer-records.js';
import type { offerTransfer, SentTransfer } from './transfers.contract.js';

type Call = CallOf<typeof offerTransfer>;

/** How long a link works. */
const offerHolds = sql<Date>`now() + interval '14 days'`;

export class OfferTransfer extends Command<Answer<SentTransfer>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(OfferTransfer)
export class OfferTransferHandler implements ICommandHandler<OfferTransfer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: OfferTransfer): Promise<Answer<SentTransfer>> {
    const { caller, params, body } = call;
    const { tenantId } = caller;
    const id = idFor(call);
    const { token, hash } = newToken(tenantId, id);
    const { vehicle, transfer, isNew } = await forTenant(this.resources.db, tenantId, async (trx) => {
      const vehicle = await readVehicle(trx, tenantId, params.vehicleId);
      await requireAllowedNow(trx, caller, { action: 'vehicle.transfer', vehicle });
      refuseHandedOver(vehicle);
      const isNew = await claimId(trx, {
        tenantId,
        id,
        operation: 'offerTransfer',
        content: { params, body },
      });
      if (isNew) {
        await refuseOtherState(trx, call, vehicle);
        await write(trx, call, { id, hash });
      }
      const row = await transfers(trx, tenantId).where('transfers.id', '=', id).executeTakeFirstOrThrow();
      return { vehicle, transfer: transferOf(row), isNew };
    });
    if (!isNew) return new Answer(200, { ...transfer, link: null, mail: 'not-sent' });
    return new Answer(201, await sendOffer(this.resources, caller, { transfer, token, vehicle }));
  }
}

/** In the place of what was offered before: two people cannot both take a vehicle. */
async function write(
  trx: TenantTransaction,
  { caller, params, body }: Call,
  { id, hash }: { readonly id: string; readonly hash: Buffer },
): Promise<void> {
  const { tenantId, userId } = caller;
  const { costs = false, notes = false, documents = false } = body.contents ?? {};
  await trx
    .updateTable('transfers')
    .set({ revokedAt: sql`now()`, revokedBy: userId })
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', params.vehicleId)
    .where(isOpen)
    .execute();
  await trx
    .insertInto('transfers')
    .values({
      tenantId,
      id,
      vehicleId: params.vehicleId,
      email: body.email.toLowerCase(),
      withCosts: costs,
      withNotes: notes,
      withDocuments: documents,
      tokenHash: hash,
      expiresAt: offerHolds,
      createdBy: userId,
    })
    .execute();
  const subject = { subjectKind: 'transfer', subjectId: id } as const;
  const detail = { vehicleId: params.vehicleId, costs, notes, documents };
  await recordAudit(trx, { tenantId, actorId: userId, action: 'transfer.offered', ...subject, detail });
}
