import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { may, reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { getGlances, readLifeTurns, type VehicleGlance } from '@odolog/read-models';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { nicknameOf } from '../vehicles/vehicle-of.js';
import type { Glance, getGlance } from './fleet.contract.js';

type Call = CallOf<typeof getGlance>;

export class GetGlance extends Query<Answer<Glance>> {
  constructor(readonly call: Call) {
    super();
  }
}

/** As many queries for a fleet as for one vehicle. */
@QueryHandler(GetGlance)
export class GetGlanceHandler implements IQueryHandler<GetGlance> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call }: GetGlance): Promise<Answer<Glance>> {
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, call.caller.tenantId, async (trx) => ({
        items: await glancesFor(trx, call.caller),
      })),
    );
  }
}

const unseen: VehicleGlance = { lastDate: null, odometer: null, economy: [] };

async function glancesFor(trx: TenantTransaction, { tenantId, standing }: Caller): Promise<Glance['items']> {
  const vehicles = await trx
    .selectFrom('vehicles')
    .select(['id', 'nickname', 'make', 'model', 'year', 'trim', 'kind', 'garageId', 'handedOverAt'])
    .select(['timeZone', 'currency', 'distanceUnit', 'volumeUnit', 'energies'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(standing, 'vehicle.read')))
    .orderBy('id')
    .execute();
  const ids = vehicles.map(({ id }) => id);
  const glances = await getGlances(trx, ids);
  const turns = await readLifeTurns(trx, ids);
  return vehicles.map(({ garageId, handedOverAt, ...vehicle }) => {
    const stage = turns.get(vehicle.id)?.stage ?? 'acquired';
    const resource = { kind: 'vehicle', id: vehicle.id, garageId } as const;
    return {
      ...vehicle,
      nickname: nicknameOf(vehicle),
      mayRecord: handedOverAt === null && may(standing, 'event.record', resource),
      former: stage !== 'acquired',
      ...(glances.get(vehicle.id) ?? unseen),
    } as Glance['items'][number];
  });
}
