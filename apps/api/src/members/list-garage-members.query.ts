import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readGarageMembers } from './garage-members.js';
import type { GarageMember, listGarageMembers } from './members.contract.js';

type Page = { items: GarageMember[]; nextCursor: string | null };

export class ListGarageMembers extends Query<Page> {
  constructor(readonly call: CallOf<typeof listGarageMembers>) {
    super();
  }
}

@QueryHandler(ListGarageMembers)
export class ListGarageMembersHandler implements IQueryHandler<ListGarageMembers> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListGarageMembers): Promise<Page> {
    const { tenantId } = caller;
    const items = await forTenant(this.resources.db, tenantId, (trx) =>
      readGarageMembers(trx, tenantId, params.garageId),
    );
    return pageWithin(items, query);
  }
}
