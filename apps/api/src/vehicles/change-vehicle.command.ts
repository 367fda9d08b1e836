import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { holdTo } from '@odolog/problems';
import { sql } from 'kysely';
import { heldCaller, requireAllowedNow } from '../access/held-standing.js';
import { Answer, vehicleEtag } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { checkOfBody } from '../http/schema-check.js';
import { knownTimeZone } from '../http/time-zone.js';
import { type Resources, RESOURCES } from '../resources.js';
import { calledSomething } from './called-something.js';
import { refuseOtherState } from './expected-version.js';
import { readVehicle } from './read-vehicles.js';
import { refuseUnknownImage } from './refuse-unknown-image.js';
import { forgetRecordable } from './recordable-vehicle.js';
import { refuseHandedOver, refuseUnknownGarage, requirePlace, sayVinTaken } from './vehicle-rules.js';
import { checkedVin, possibleVin } from './vin.js';
import { changeVehicle, type Vehicle } from './vehicles.contract.js';

type Call = CallOf<typeof changeVehicle>;

const faultsOf = checkOfBody(changeVehicle.body);
const rules = [calledSomething, knownTimeZone, possibleVin];

export class ChangeVehicle extends Command<Answer<Vehicle>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(ChangeVehicle)
export class ChangeVehicleHandler implements ICommandHandler<ChangeVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ChangeVehicle): Promise<Answer<Vehicle>> {
    const { caller, params } = call;
    const vehicle = await forTenant(this.resources.db, caller.tenantId, (trx) => change(trx, call));
    await forgetRecordable(this.resources, caller.tenantId, params.vehicleId);
    return new Answer(200, vehicle, vehicleEtag(vehicle));
  }
}

interface Move {
  readonly before: Vehicle;
  readonly garageId: string | null;
}

/** Who manages a garage has what is put there for good: that one may is looked at once more, and held. */
async function requireMoving(
  trx: TenantTransaction,
  caller: Caller,
  { before, garageId }: Move,
): Promise<void> {
  await requireAllowedNow(trx, caller, { action: 'vehicle.manage', vehicle: before });
  requirePlace(await heldCaller(trx, caller), garageId);
}

async function change(trx: TenantTransaction, call: Call): Promise<Vehicle> {
  const { caller, params, body } = call;
  const before = await readVehicle(trx, caller.tenantId, params.vehicleId);
  const changed = { ...before, ...body, timeZone: body.timeZone };
  const faults = faultsOf(body);
  if (faults.length > 0) holdTo(changed, rules, faults);
  refuseHandedOver(before);
  await refuseUnknownGarage(trx, body.garageId);
  await refuseUnknownImage(trx, { tenantId: caller.tenantId, ...params, imageId: body.imageId });
  await refuseOtherState(trx, call, before);
  if (body.garageId !== undefined) await requireMoving(trx, caller, { before, garageId: body.garageId });
  holdTo(changed, rules);
  const { vin, warnings } = checkedVin({ ...before, ...body });
  const isMoved = body.garageId !== undefined && body.garageId !== before.garageId;
  await sayVinTaken(
    trx
      .updateTable('vehicles')
      .set({
        ...body,
        // put somewhere by hand: a garage that was deleted does not take it back
        ...(isMoved && { leftGarageId: null }),
        vin,
        updatedAt: sql`now()`,
        updatedBy: caller.userId,
      })
      .where('tenantId', '=', caller.tenantId)
      .where('id', '=', params.vehicleId)
      .execute(),
  );
  return { ...(await readVehicle(trx, caller.tenantId, params.vehicleId)), warnings };
}
