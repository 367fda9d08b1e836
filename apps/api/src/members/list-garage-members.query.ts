import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readGarageMembers } from './garage-members.js';
import type { GarageMember, listGarageMembers } from './members.contract.js';

export class ListGarageMembers extends Query<{ items: GarageMember[] }> {
  constructor(readonly call: CallOf<typeof listGarageMembers>) {
    super();
  }
}

@QueryHandler(ListGarageMembers)
export class ListGarageMembersHandler implements IQueryHandler<ListGarageMembers> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: ListGarageMembers): Promise<{ items: GarageMember[] }> {
    const { tenantId } = caller;
    const items = await forTenant(this.resources.db, tenantId, (trx) =>
      readGarageMembers(trx, tenantId, params.garageId),
    );
    return { items };
  }
}
