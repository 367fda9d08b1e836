import { forTenant, type TenantTransaction } from '@odolog/db';
import { liesAhead, readPast, type Past, type PointOfView, type VehicleOnDay } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import type { Answer } from '../http/answer.js';
import type { CallOf, RouteContract } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import type { Resources } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { viewOf } from './point-of-view.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'minPosition'> & {
  readonly params: { readonly vehicleId: string };
  readonly query: PointOfView & { readonly minPosition?: number; readonly 'min-position'?: number };
};

/**
 * Tells something of a vehicle: of the present from its read model, of the past from its history. What is dated ahead has not
 * happened: while there is any, the present is the past up to today.
 */
export async function readInsight<Body>(
  resources: Resources,
  call: Call,
  {
    present,
    past,
  }: {
    /** Of the past alone without: then the present is the past up to now. */
    readonly present?: (trx: TenantTransaction, vehicle: VehicleOnDay) => Promise<Body>;
    /** With the day in the vehicle's zone from which it is looked at. */
    readonly past: (past: Past, today: string) => Body;
  },
): Promise<Answer<Body>> {
  const { caller, params, query } = call;
  const view = viewOf(query);
  const { timeZone } = await recordableVehicle(resources, caller, params.vehicleId);
  const today = query.asOf ?? localDateOf(query.knownAt ?? new Date().toISOString(), timeZone);
  return readAfter(resources, call, () =>
    forTenant(resources.db, caller.tenantId, async (trx) => {
      const vehicle = { id: params.vehicleId, today };
      if (present && !view) {
        // Asked at once: hardly ever lies anything ahead.
        const [isAhead, told] = await Promise.all([liesAhead(trx, vehicle), present(trx, vehicle)]);
        if (!isAhead) return told;
      }
      return past(await readPast(trx, vehicle.id, { ...view, asOf: today }), today);
    }),
  );
}
