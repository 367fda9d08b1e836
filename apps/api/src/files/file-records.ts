import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
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
