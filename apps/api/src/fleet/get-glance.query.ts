import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { may, reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { getGlances, readEveryLifeTurn, type VehicleGlance } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { countUnread } from '../notifications/notifications.js';
import { type Resources, RESOURCES } from '../resources.js';
import { nicknameOf } from '../vehicles/vehicle-of.js';
import type { Glance, getGlance } from './fleet.contract.js';

type Call = CallOf<typeof getGlance>;

export class GetGlance extends Query<Answer<Glance>> {
  constructor(readonly call: Call) {
    super();
  }
}

/** As many queries for a fleet as for one vehicle. */
@QueryHandler(GetGlance)
export class GetGlanceHandler implements IQueryHandler<GetGlance> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call }: GetGlance): Promise<Answer<Glance>> {
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, call.caller.tenantId, (trx) => glanceFor(trx, call)),
    );
  }
}

const unseen: VehicleGlance = { lastDate: null, odometer: null, economy: [] };

async function glanceFor(trx: TenantTransaction, { caller, query }: Call): Promise<Glance> {
  const [vehicles, turnsOf] = await Promise.all([reachedVehicles(trx, caller), readEveryLifeTurn(trx)]);
  const vehicleIds = vehicles.map(({ id }) => id);
  const now = new Date().toISOString();
  const onTheirDay = vehicles.map(({ id, timeZone }) => ({ id, today: localDateOf(now, timeZone) }));
  const turns = turnsOf(onTheirDay);
  const staged = vehicles.map((vehicle) => ({
    ...vehicle,
    former: (turns.get(vehicle.id)?.stage ?? 'acquired') !== 'acquired',
  }));
  const shown = new Set(atHand(staged, query.limit));
  const [details, glances, unread] = await Promise.all([
    detailsOf(trx, caller, [...shown]),
    getGlances(
      trx,
      onTheirDay.filter(({ id }) => shown.has(id)),
    ),
    countUnread(trx, caller, vehicleIds),
  ]);
  const former = new Set(staged.filter((vehicle) => vehicle.former).map(({ id }) => id));
  return {
    items: details.map(({ garageId, handedOverAt, ...vehicle }) => {
      const resource = { kind: 'vehicle', id: vehicle.id, garageId } as const;
      return {
        ...vehicle,
        former: former.has(vehicle.id),
        nickname: nicknameOf(vehicle),
        mayRecord: handedOverAt === null && may(caller.standing, 'event.record', resource),
        mayManage: handedOverAt === null && may(caller.standing, 'vehicle.manage', resource),
        ...(glances.get(vehicle.id) ?? unseen),
      } as Glance['items'][number];
    }),
    counts: {
      present: staged.length - former.size,
      former: former.size,
      unread,
    },
  };
}

/** Of all that the caller may see, as much as it takes to choose those at hand: a fleet has hundreds. */
function reachedVehicles(trx: TenantTransaction, { tenantId, standing }: Caller) {
  return trx
    .selectFrom('vehicles')
    .leftJoin('vehicleSummary as summary', (join) =>
      join.onRef('summary.tenantId', '=', 'vehicles.tenantId').onRef('summary.vehicleId', '=', 'vehicles.id'),
    )
    .select(['id', 'timeZone'])
    .select('summary.lastEventDate as lastWritten')
    .where('vehicles.tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(standing, 'vehicle.read')))
    .orderBy('id')
    .execute();
}

function detailsOf(trx: TenantTransaction, { tenantId }: Caller, vehicleIds: readonly string[]) {
  return trx
    .selectFrom('vehicles')
    .select(['id', 'nickname', 'make', 'model', 'year', 'trim', 'kind', 'garageId', 'handedOverAt'])
    .select(['timeZone', 'currency', 'distanceUnit', 'volumeUnit', 'energies'])
    .where('tenantId', '=', tenantId)
    .where((row) => row('id', '=', row.fn.any(row.val([...vehicleIds]))))
    .orderBy('id')
    .execute();
}

interface Dated {
  readonly id: string;
  readonly former: boolean;
  readonly lastWritten: string | null;
}

/** Those written to last, before those that nobody drives any more. */
function atHand(vehicles: readonly Dated[], limit = vehicles.length): string[] {
  return vehicles
    .toSorted(byUse)
    .slice(0, limit)
    .map(({ id }) => id);
}

function byUse(a: Dated, b: Dated): number {
  return Number(a.former) - Number(b.former) || (b.lastWritten ?? '').localeCompare(a.lastWritten ?? '');
}
