import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { betweenTenants, forTenant, type Enter, type TenantTransaction } from '@odolog/db';
import { retrying } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { Caller, CallOf } from '../http/contract.js';
import type { LinkToken } from '../http/link-token.js';
import { readProfile } from '../people/profile.js';
import { type Resources, RESOURCES } from '../resources.js';
import { forgetRecordable } from '../vehicles/recordable-vehicle.js';
import { refuseUnknownGarage, requirePlace } from '../vehicles/vehicle-rules.js';
import { handOver } from './hand-over.js';
import { requireStillTheirs } from './require-still-theirs.js';
import { takeOver } from './take-over.js';
import { isOpen, linkOf, readOffer, transferClosed } from './transfer-records.js';
import type { acceptTransfer, ReceivedVehicle } from './transfers.contract.js';

type Call = CallOf<typeof acceptTransfer>;
type Offer = Awaited<ReturnType<typeof readOffer>>;

export class AcceptTransfer extends Command<ReceivedVehicle> {
  constructor(readonly call: Call) {
    super();
  }
}

/**
 * Moves a vehicle in one transaction over both tenants: the offer is taken, the history copied, the stream of the giver
 * closed, or nothing of it. The secret of the link is the giver's consent, the token of the caller the taker's.
 */
@CommandHandler(AcceptTransfer)
export class AcceptTransferHandler implements ICommandHandler<AcceptTransfer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: AcceptTransfer): Promise<ReceivedVehicle> {
    const { caller, params, body } = call;
    requirePlace(caller, body.garageId);
    const link = linkOf(params.transferToken);
    const { email } = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readProfile(trx, caller.userId),
    );
    // two vehicles that go opposite ways at one moment may stand in each other's way
    const received = await retrying(() =>
      betweenTenants(this.resources.db, (enter) => this.move(enter, link, { call, email })),
    );
    await forgetRecordable(this.resources, link.tenantId, received.vehicleId);
    await forgetRecordable(this.resources, received.tenantId, received.vehicleId);
    return received;
  }

  private async move(
    enter: Enter,
    link: LinkToken,
    { call, email }: { readonly call: Call; readonly email: string },
  ): Promise<ReceivedVehicle> {
    const { caller, body } = call;
    const giver = await enter(link.tenantId);
    const offer = await readOffer(giver, link);
    if (offer.status === 'pending') {
      if (link.tenantId === caller.tenantId) throw new Problem('transfer-to-itself');
      const isMine = offer.email === email.toLowerCase();
      if (!isMine && !body.confirmAddress) throw new Problem('transfer-for-another-address');
      await requireStillTheirs(giver, offer);
    }
    if (!(await take(giver, link, caller))) return receivedBefore(giver, link, caller);
    const now = new Date();
    const going = await handOver(giver, this.resources, { offer, now });
    const { tenantId, userId } = caller;
    const taker = await enter(tenantId);
    await refuseUnknownGarage(taker, body.garageId);
    const position = await takeOver(taker, { ...going, tenantId, userId, garageId: body.garageId ?? null });
    await going.closeBehind(await enter(link.tenantId));
    return { vehicleId: offer.vehicleId, tenantId, position };
  }
}

/** One write decides who was first, and that it had not expired or been revoked; a second one waits here for the first. */
async function take(trx: TenantTransaction, link: LinkToken, caller: Caller): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('transfers')
    .set({ acceptedAt: sql`now()`, acceptedBy: caller.userId, acceptedInto: caller.tenantId })
    .where('tenantId', '=', link.tenantId)
    .where('id', '=', link.id)
    .where('tokenHash', '=', link.hash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where(isOpen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whoever accepted is told again where the vehicle went. Anyone else comes too late. */
async function receivedBefore(
  trx: TenantTransaction,
  link: LinkToken,
  { userId }: Caller,
): Promise<ReceivedVehicle> {
  const offer: Offer = await readOffer(trx, link);
  if (offer.acceptedBy !== userId || !offer.acceptedInto) throw transferClosed(offer);
  return { vehicleId: offer.vehicleId, tenantId: offer.acceptedInto, position: 0 };
}
