import { forTenant, type Database } from '@odolog/db';
import { advance, beginLane, findDueWork, projectors, requestRebuild } from '@odolog/read-models';
import { sql } from 'kysely';

/** Brings every projector of every tenant to its head, as the worker's loop does. */
export async function foldAll(worker: Database, batch = 1000): Promise<void> {
  for (;;) {
    const due = await findDueWork(worker, projectors);
    if (due.length === 0) return;
    for (const work of due) {
      const projector = projectors.find(({ name }) => name === work.projector)!;
      await beginLane(worker, projector, work);
      await advance(worker, projector, work, batch);
    }
  }
}

/** Asks for a rebuild of every model of a tenant and folds it to the end. */
export async function rebuildAll(worker: Database, tenantId: string, batch = 1000): Promise<void> {
  for (const projector of projectors)
    await forTenant(worker, tenantId, (trx) => requestRebuild(trx, projector, tenantId));
  await foldAll(worker, batch);
}

/** Every row that readers of a tenant see, by table, in an order of its own. Generations are left out: they are no content. */
export async function tablesOf(
  api: Database,
  tenantId: string,
  without: readonly string[] = [],
): Promise<Record<string, object[]>> {
  const tables = projectors.flatMap((projector) => projector.tables);
  return forTenant(api, tenantId, async (trx) => {
    const contents: Record<string, object[]> = {};
    // Else instants are written with the offset of wherever the specs run.
    await sql`SET LOCAL TimeZone = 'UTC'`.execute(trx);
    for (const table of tables) {
      const { rows } = await sql<{ row: object }>`
        SELECT to_jsonb(t) - 'generation' - 'tenant_id' - ${without}::text[] AS row
          FROM ${sql.table(`app.${table}`)} t
         ORDER BY to_jsonb(t) - 'generation' - 'tenant_id' - ${without}::text[]`.execute(trx);
      contents[table] = rows.map(({ row }) => row);
    }
    return contents;
  });
}
