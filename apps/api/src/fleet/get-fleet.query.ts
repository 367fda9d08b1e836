import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { getFleetLines, type FleetLine } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { namesOf } from '../people/names-of.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Fleet, getFleet } from './fleet.contract.js';

type Call = CallOf<typeof getFleet>;
type Drivers = Fleet['items'][number]['drivers'];

export class GetFleet extends Query<Answer<Fleet>> {
  constructor(readonly call: Call) {
    super();
  }
}

/** As many queries for a fleet as for one vehicle, but for more a time zone, and one for each with entries dated later. */
@QueryHandler(GetFleet)
export class GetFleetHandler implements IQueryHandler<GetFleet> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call }: GetFleet): Promise<Answer<Fleet>> {
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, call.caller.tenantId, async (trx) => {
        const lines = await linesOf(trx, call.caller);
        const drivers = await driversOf(trx, call.caller);
        return {
          items: lines.map((line) => ({ ...presented(line), drivers: drivers.get(line.vehicleId) ?? [] })),
        };
      }),
    );
  }
}

function presented({ economies, ...line }: FleetLine) {
  const [last] = economies;
  const { energy = null, ...economy } = last ?? {};
  return {
    ...line,
    energy,
    economy: last ? (economy as Fleet['items'][number]['economy']) : null,
    economies: economies as Fleet['items'][number]['economies'],
  };
}

async function linesOf(trx: TenantTransaction, { tenantId, standing }: Caller): Promise<FleetLine[]> {
  const vehicles = await trx
    .selectFrom('vehicles')
    .select(['id', 'timeZone'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(standing, 'vehicle.read')))
    .execute();
  const now = new Date().toISOString();
  const lines: FleetLine[] = [];
  for (const [today, ofDay] of Map.groupBy(vehicles, ({ timeZone }) => localDateOf(now, timeZone))) {
    const ids = ofDay.map(({ id }) => id);
    lines.push(...(await getFleetLines(trx, ids, today)));
  }
  return lines;
}

async function driversOf(trx: TenantTransaction, { tenantId }: Caller): Promise<Map<string, Drivers>> {
  const rows = await trx
    .selectFrom('vehicleDrivers')
    .select(['vehicleId', 'userId'])
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt')
    .execute();
  const names = await namesOf(
    trx,
    rows.map(({ userId }) => userId),
  );
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    [...byVehicle].map(([vehicleId, own]) => [
      vehicleId,
      own.map(({ userId }) => ({ id: userId, name: names.get(userId) ?? null })),
    ]),
  );
}
