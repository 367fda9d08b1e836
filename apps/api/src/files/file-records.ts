import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { StoredFile } from './files.contract.js';

interface Key {
  readonly tenantId: string;
  readonly id: string;
}

const described = ['id', 'vehicleId', 'name', 'mediaType', 'bytes', 'sha256', 'createdAt'] as const;

/** What is known of a file, without its bytes. @throws Problem `not-found` */
export async function readFileRecord(trx: TenantTransaction, { tenantId, id }: Key): Promise<StoredFile> {
  const row = await trx
    .selectFrom('files')
    .select(described)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return { ...row, sha256: row.sha256.toString('hex'), createdAt: row.createdAt.toISOString() };
}

/** A file with its bytes. @throws Problem `not-found` */
export async function readFileContent(
  trx: TenantTransaction,
  { tenantId, id }: Key,
): Promise<Pick<StoredFile, 'name' | 'mediaType' | 'sha256'> & { readonly content: Buffer }> {
  const row = await trx
    .selectFrom('files')
    .select(['name', 'mediaType', 'sha256', 'content'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return { ...row, sha256: row.sha256.toString('hex') };
}

/** Some of the bytes of a file, for whoever hands them on; as few as are left. @param from 0 is the first */
export async function readFileSlice(
  trx: TenantTransaction,
  { tenantId, id }: Key,
  { from, bytes }: { readonly from: number; readonly bytes: number },
): Promise<Buffer> {
  const { slice } = await trx
    .selectFrom('files')
    .select(sql<Buffer>`substring(content FROM ${from + 1}::int FOR ${bytes}::int)`.as('slice'))
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Problem('not-found'));
  return slice;
}
