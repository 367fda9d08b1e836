import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reachOf } from '@odolog/access';
import { forTenant } from '@odolog/db';
import { isReachedGarage } from '../access/reach.js';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Garage, listGarages } from './garages.contract.js';
import { garageFor, garages } from './read-garages.js';

type Page = { items: Garage[]; nextCursor: string | null };

export class ListGarages extends Query<Page> {
  constructor(readonly call: CallOf<typeof listGarages>) {
    super();
  }
}

@QueryHandler(ListGarages)
export class ListGaragesHandler implements IQueryHandler<ListGarages> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListGarages): Promise<Page> {
    const { limit = 50, cursor } = query;
    const after = idCursor(cursor);
    const rows = await forTenant(this.resources.db, caller.tenantId, (trx) => {
      const found = garages(trx, caller.tenantId)
        .where(isReachedGarage(reachOf(caller.standing, 'garage.read')))
        .orderBy('id')
        .limit(limit + 1);
      return (after ? found.where('id', '>', after) : found).execute();
    });
    return pageBy(
      rows.map((row) => garageFor(caller, row)),
      limit,
    );
  }
}
