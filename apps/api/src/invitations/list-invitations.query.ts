import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import type { Caller, CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Invitation, listInvitations } from './invitations.contract.js';
import { invitationOf, invitations } from './read-invitations.js';

type Page = { items: Invitation[]; nextCursor: string | null };

interface Wanted {
  readonly caller: Caller;
  readonly query: CallOf<typeof listInvitations>['query'];
  /** Only those into this garage. */
  readonly params: { readonly garageId?: string };
}

export class ListInvitations extends Query<Page> {
  constructor(readonly call: Wanted) {
    super();
  }
}

@QueryHandler(ListInvitations)
export class ListInvitationsHandler implements IQueryHandler<ListInvitations> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query, params } }: ListInvitations): Promise<Page> {
    const { limit = 50, cursor } = query;
    const before = idCursor(cursor);
    const rows = await forTenant(this.resources.db, caller.tenantId, (trx) => {
      let found = invitations(trx, caller.tenantId)
        .orderBy('invitations.createdAt', 'desc')
        .orderBy('invitations.id', 'desc')
        .limit(limit + 1);
      if (params.garageId) found = found.where('invitations.garageId', '=', params.garageId);
      if (before) found = found.where(olderThan(caller.tenantId, before));
      return found.execute();
    });
    return pageBy(rows.map(invitationOf), limit);
  }
}

/** After the last one of the page before, newest first. */
function olderThan(tenantId: string, invitationId: string) {
  return sql<boolean>`(invitations.created_at, invitations.id) < (
    SELECT i.created_at, i.id FROM app.invitations i WHERE i.tenant_id = ${tenantId} AND i.id = ${invitationId})`;
}
