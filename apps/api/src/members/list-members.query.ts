import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listMembers, Member } from './members.contract.js';
import { memberFor, members } from './read-members.js';

type Page = { items: Member[]; nextCursor: string | null };

export class ListMembers extends Query<Page> {
  constructor(readonly call: CallOf<typeof listMembers>) {
    super();
  }
}

@QueryHandler(ListMembers)
export class ListMembersHandler implements IQueryHandler<ListMembers> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListMembers): Promise<Page> {
    const { limit = 50, cursor } = query;
    const after = idCursor(cursor);
    const rows = await forTenant(this.resources.db, caller.tenantId, (trx) => {
      const found = members(trx, caller.tenantId)
        .orderBy('memberships.userId')
        .limit(limit + 1);
      return (after ? found.where('memberships.userId', '>', after) : found).execute();
    });
    return pageBy(
      rows.map((row) => memberFor(caller, row)),
      limit,
    );
  }
}
