import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { readAfter } from '../http/read-after.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { vehicles } from './read-vehicles.js';
import { vehicleFor, vehicleOf } from './vehicle-of.js';
import { withSummaries } from './with-summaries.js';
import type { listVehicles, Vehicle } from './vehicles.contract.js';

type Call = CallOf<typeof listVehicles>;
type Page = { items: Vehicle[]; nextCursor: string | null };

export class ListVehicles extends Query<Answer<Page>> {
  constructor(readonly call: Call) {
    super();
  }
}

@QueryHandler(ListVehicles)
export class ListVehiclesHandler implements IQueryHandler<ListVehicles> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ListVehicles): Promise<Answer<Page>> {
    const format = await formatOf(this.resources, call.caller);
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, call.caller.tenantId, async (trx) => {
        const { items, nextCursor } = await readPage(trx, call);
        return { items: await withSummaries(trx, items, format), nextCursor };
      }),
    );
  }
}

async function readPage(trx: TenantTransaction, { caller, query }: Call): Promise<Page> {
  const { limit = 50, garageId, include } = query;
  const after = idCursor(query.cursor);
  let found = vehicles(trx, caller.tenantId)
    .where(isReached(reachOf(caller.standing, 'vehicle.read')))
    .orderBy('vehicles.id')
    .limit(limit + 1);
  if (after) found = found.where('vehicles.id', '>', after);
  if (garageId) found = found.where('vehicles.garageId', '=', garageId);
  if (include !== 'deleted') found = found.where('vehicles.deletedAt', 'is', null);
  const shown = (await found.execute()).map((row) => vehicleFor(caller, vehicleOf(row)));
  return pageBy(shown, limit);
}
