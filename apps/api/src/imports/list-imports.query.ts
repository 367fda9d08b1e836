import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { reachableVehicleIds } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { readAtHead } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { importOf } from './import-records.js';
import type { Import, listImports } from './imports.contract.js';

type Summary = Omit<Import, 'rows' | 'refused'>;
type Page = { items: Summary[]; nextCursor: string | null };

export class ListImports extends Query<Answer<Page>> {
  constructor(readonly call: CallOf<typeof listImports>) {
    super();
  }
}

@QueryHandler(ListImports)
export class ListImportsHandler implements IQueryHandler<ListImports> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ListImports): Promise<Answer<Page>> {
    return readAtHead(this.resources, call, () => this.page(call));
  }

  private async page({ caller, query }: ListImports['call']): Promise<Page> {
    const { limit = 50, cursor, vehicleId } = query;
    const before = idCursor(cursor);
    const rows = await forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const reachable = await reachableVehicleIds(trx, caller);
      let found = trx
        .selectFrom('imports')
        .selectAll()
        .where('tenantId', '=', caller.tenantId)
        .where(
          sql<boolean>`NOT EXISTS (
          SELECT FROM app.vehicles v
           WHERE v.tenant_id = imports.tenant_id AND v.id = imports.vehicle_id AND v.deleted_at IS NOT NULL)`,
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (reachable) found = found.where('vehicleId', '=', sql<string>`ANY (${reachable}::uuid[])`);
      if (vehicleId) found = found.where('vehicleId', '=', vehicleId);
      if (before) found = found.where(olderThan(caller.tenantId, before));
      return found.execute();
    });
    return pageBy(
      rows.map((row) => ({ ...summaryOf(importOf(row)), id: row.id })),
      limit,
    );
  }
}

/** After the last one of the page before, newest first. */
function olderThan(tenantId: string, importId: string) {
  return sql<boolean>`(created_at, id) < (
    SELECT i.created_at, i.id FROM app.imports i WHERE i.tenant_id = ${tenantId} AND i.id = ${importId})`;
}

function summaryOf({ rows: _rows, refused: _refused, economy: _economy, ...summary }: Import): Summary {
  return summary;
}
