import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { calledInEntries, placeIn } from './subjects.js';
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
    const entries = await forTenant(this.resources.db, tenantId, async (trx) => {
      const rows = await readEntries(trx, tenantId, query);
      const called = await calledInEntries(trx, tenantId, rows);
      return rows.map((row) => entryOf(row, called));
    });
    return pageBy(entries, query.limit ?? 50);
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
    .selectFrom('auditEntries')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before) found = found.where('id', '<', before);
  if (action) found = found.where('action', '=', action);
  if (actorId) found = found.where('actorId', '=', actorId);
  return found.execute();
}

function entryOf(
  { id, recordedAt, actorId, action, subjectKind, subjectId, detail }: Row,
  called: ReadonlyMap<string, string>,
): AuditEntry {
  const nameOf = (of: string) => called.get(of) ?? null;
  const place = placeIn(detail);
  return {
    id,
    recordedAt: recordedAt.toISOString(),
    actor: actorId === null ? null : { id: actorId, name: nameOf(actorId) },
    action: action as AuditEntry['action'],
    subject:
      subjectKind === null || subjectId === null
        ? null
        : { kind: subjectKind, id: subjectId, name: nameOf(subjectId) },
    place: place ? { ...place, name: nameOf(place.id) } : null,
    detail: detail as AuditEntry['detail'],
  };
}
