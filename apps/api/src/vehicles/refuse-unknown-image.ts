import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';

/** Of the files that are kept, what every browser draws. */
const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

interface Shown {
  readonly tenantId: string;
  readonly vehicleId: string;
  readonly imageId: string | null | undefined;
}

/** A vehicle is shown by a picture among its own files. @throws Problem `validation-failed` */
export async function refuseUnknownImage(
  trx: TenantTransaction,
  { tenantId, vehicleId, imageId }: Shown,
): Promise<void> {
  if (!imageId) return;
  const file = await trx
    .selectFrom('files')
    .select('mediaType')
    .where('tenantId', '=', tenantId)
    .where('id', '=', imageId)
    .where('vehicleId', '=', vehicleId)
    .executeTakeFirst();
  if (file && drawn.includes(file.mediaType)) return;
  const detail = file
    ? `Of this file no picture can be shown: only of ${drawn.join(', ')}`
    : 'There is no such file of this vehicle: send it up first';
  throw new Problem('validation-failed', {
    errors: [{ pointer: '/imageId', code: file ? 'file-type-not-allowed' : 'unknown-file', detail }],
  });
}
