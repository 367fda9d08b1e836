import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { holdTo, Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { requireAllowed } from '../access/require.js';
import { Answer, vehicleEtag } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { claimId, idFor } from '../http/idempotency.js';
import { readProfile } from '../people/profile.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from './read-vehicles.js';
import { refuseUnknownGarage, requirePlace, sayVinTaken } from './vehicle-rules.js';
import { checkedVin } from './vin.js';
import { createVehicle, type Vehicle } from './vehicles.contract.js';

type Call = CallOf<typeof createVehicle>;

export class CreateVehicle extends Command<Answer<Vehicle>> {
  constructor(
    readonly call: Call,
    readonly sample = false,
  ) {
    super();
  }
}

@CommandHandler(CreateVehicle)
export class CreateVehicleHandler implements ICommandHandler<CreateVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call, sample }: CreateVehicle): Promise<Answer<Vehicle>> {
    const { caller, body } = call;
    requirePlace(caller, body.garageId);
    holdTo(body, createVehicle.rules);
    const { vin, warnings } = checkedVin(body);
    const id = idFor(call, body.id);
    const { vehicle, isNew } = await forTenant(this.resources.db, caller.tenantId, async (trx) => {
      await refuseUnknownGarage(trx, body.garageId);
      const claim = { tenantId: caller.tenantId, id, operation: 'createVehicle', content: body };
      const isNew = await claimId(trx, claim);
      if (isNew) await sayIdTaken(sayVinTaken(insert(trx, call, { id, vin, sample })));
      const vehicle = await readVehicle(trx, caller.tenantId, id);
      // What was made before may have been moved to where nothing is the caller's.
      requireAllowed(caller, 'vehicle.manage', { kind: 'vehicle', id, garageId: vehicle.garageId });
      return { vehicle, isNew };
    });
    return new Answer(
      isNew ? 201 : 200,
      { ...vehicle, warnings },
      {
        location: `/api/v1/vehicles/${id}`,
        ...vehicleEtag(vehicle),
      },
    );
  }
}

/** A vehicle that was handed over keeps its id, which nobody here has claimed. @throws Problem `idempotency-key-reused` */
async function sayIdTaken(write: Promise<void>): Promise<void> {
  try {
    return await write;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'vehicles_pkey') throw error;
    throw new Problem('idempotency-key-reused');
  }
}

interface Decided {
  readonly id: string;
  readonly vin: string | null;
  readonly sample: boolean;
}

async function insert(
  trx: TenantTransaction,
  { caller, body }: Call,
  { id, vin, sample }: Decided,
): Promise<void> {
  const { preferences } = await readProfile(trx, caller.userId);
  await trx
    .insertInto('vehicles')
    .values({
      timeZone: preferences.timeZone,
      currency: preferences.currency,
      distanceUnit: preferences.distanceUnit,
      volumeUnit: preferences.volumeUnit,
      ...body,
      id,
      tenantId: caller.tenantId,
      vin,
      sample,
      createdBy: caller.userId,
    })
    .execute();
  await sql`SELECT app.open_stream(${caller.tenantId}, ${id})`.execute(trx);
}
