import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { TenantTransaction } from '@odolog/db';
import { getVehicleSummary } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import type { CallOf } from '../http/contract.js';
import type { LinkToken } from '../http/link-token.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import { forTransfer, readOffer, transferOf } from './transfer-records.js';
import type { getTransfer, TransferOffer } from './transfers.contract.js';

export class GetTransfer extends Query<TransferOffer> {
  constructor(readonly call: CallOf<typeof getTransfer>) {
    super();
  }
}

/** What kind of vehicle it is and how much history there is; nothing of the history itself before it is taken over. */
@QueryHandler(GetTransfer)
export class GetTransferHandler implements IQueryHandler<GetTransfer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: GetTransfer): Promise<TransferOffer> {
    return forTransfer(this.resources.db, params.transferToken, show);
  }
}

async function show(trx: TenantTransaction, link: LinkToken): Promise<TransferOffer> {
  const row = await readOffer(trx, link);
  const { email, contents, status, expiresAt } = transferOf(row);
  const vehicle = await readVehicle(trx, link.tenantId, row.vehicleId);
  const { make, model, year, trim, color, kind, vin } = vehicle;
  const today = localDateOf(new Date().toISOString(), vehicle.timeZone);
  const { firstDate, odometer } = await getVehicleSummary(trx, vehicle.id, { today });
  const giver = await trx
    .selectFrom('profiles')
    .select('name')
    .where('userId', '=', row.createdBy)
    .executeTakeFirst();
  return {
    email,
    contents,
    status,
    expiresAt,
    offeredBy: giver?.name ?? null,
    vehicle: { make, model, year, trim, color, kind, vinEnding: vin?.slice(-5) ?? null },
    history: {
      events: vehicle.version,
      firstDate,
      odometer: odometer && { value: odometer.value, unit: odometer.unit },
    },
  };
}
