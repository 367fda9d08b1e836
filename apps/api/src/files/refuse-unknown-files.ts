import { forTenant } from '@odolog/db';
import { Problem, type Fault } from '@odolog/problems';
import type { DecidedEvent } from '@odolog/vehicle';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';

/**
 * An event names files of its own vehicle only.
 *
 * @param at where the event stands in the body, as a JSON pointer
 * @throws Problem `validation-failed` with a fault for each file that is not there
 */
export async function refuseUnknownFiles(
  { db }: Resources,
  { caller, vehicleId }: { readonly caller: Caller; readonly vehicleId: string },
  { data }: Pick<DecidedEvent, 'data'>,
  at = '',
): Promise<void> {
  const named = namedFiles(data);
  if (named.length === 0) return;
  const known = await forTenant(db, caller.tenantId, (trx) =>
    trx
      .selectFrom('files')
      .select('id')
      .where('tenantId', '=', caller.tenantId)
      .where('vehicleId', '=', vehicleId)
      .where(
        'id',
        'in',
        named.map(({ id }) => id),
      )
      .execute(),
  );
  const ids = new Set(known.map(({ id }) => id));
  const detail = 'There is no such file of this vehicle: send it up first';
  const errors = named
    .filter(({ id }) => !ids.has(id))
    .map(({ pointer }): Fault => ({ pointer: `${at}/data${pointer}`, code: 'unknown-file', detail }));
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
}

function namedFiles({ receiptId, fileIds }: DecidedEvent['data']): { id: string; pointer: string }[] {
  const files = Array.isArray(fileIds) ? (fileIds as string[]) : [];
  return [
    ...(typeof receiptId === 'string' ? [{ id: receiptId.toLowerCase(), pointer: '/receiptId' }] : []),
    ...files.map((id, index) => ({ id: id.toLowerCase(), pointer: `/fileIds/${index}` })),
  ];
}
