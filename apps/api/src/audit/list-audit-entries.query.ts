import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { AuditEntry, listAuditEntries } from './audit.contract.js';

type Page = { items: AuditEntry[]; nextCursor: string | null };
type Filters = CallOf<typeof listAuditEntries>['query'];
type Row = Awaited<ReturnType<typeof readEntries>>[number];

export class ListAuditEntries extends Query<Page> {
  constructor(readonly call: CallOf<typeof listAuditEntries>) {
    super();
  }
}

@QueryHandler(ListAuditEntries)
export class ListAuditEntriesHandler implements IQueryHandler<ListAuditEntries> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListAuditEntries): Promise<Page> {
    const { tenantId } = caller;
    const rows = await forTenant(this.resources.db, tenantId, (trx) => readEntries(trx, tenantId, query));
    return pageBy(rows.map(entryOf), query.limit ?? 50);
  }
}

/** One more than the page holds, newest first: ids are in the order of time. */
function readEntries(
  trx: TenantTransaction,
  tenantId: string,
  { limit = 50, cursor, action, actorId }: Filters,
) {
  const before = idCursor(cursor);
  let found = trx
    .selectFrom('auditEntries as entry')
    .leftJoin('profiles as actor', 'actor.userId', 'entry.actorId')
    .selectAll('entry')
    .select('actor.name as actorName')
    .where('entry.tenantId', '=', tenantId)
    .orderBy('entry.id', 'desc')
    .limit(limit + 1);
  if (before) found = found.where('entry.id', '<', before);
  if (action) found = found.where('entry.action', '=', action);
  if (actorId) found = found.where('entry.actorId', '=', actorId);
  return found.execute();
}

function entryOf({
  id,
  recordedAt,
  actorId,
  actorName,
  action,
  subjectKind,
  subjectId,
  detail,
}: Row): AuditEntry {
  return {
    id,
    recordedAt: recordedAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: actorName },
    action: action as AuditEntry['action'],
    subject: subjectKind === null || subjectId === null ? null : { kind: subjectKind, id: subjectId },
    detail: detail as AuditEntry['detail'],
  };
}
