import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { may, reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { getGlances, readLifeTurns, type VehicleGlance } from '@odolog/read-models';
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
  const vehicles = await reachedVehicles(trx, caller);
  const vehicleIds = vehicles.map(({ id }) => id);
  const now = new Date().toISOString();
  const onTheirDay = vehicles.map(({ id, timeZone }) => ({ id, today: localDateOf(now, timeZone) }));
  const turns = await readLifeTurns(trx, onTheirDay);
  const staged = vehicles.map((vehicle) => ({
    ...vehicle,
    former: (turns.get(vehicle.id)?.stage ?? 'acquired') !== 'acquired',
  }));
  const shown = atHand(staged, query.limit);
  const shownIds = new Set(shown.map(({ id }) => id));
  const [glances, unread] = await Promise.all([
    getGlances(
      trx,
      onTheirDay.filter(({ id }) => shownIds.has(id)),
    ),
    countUnread(trx, caller, vehicleIds),
  ]);
  const former = staged.filter((vehicle) => vehicle.former).length;
  return {
    items: shown.map(({ garageId, handedOverAt, lastWritten: _, ...vehicle }) => {
      const resource = { kind: 'vehicle', id: vehicle.id, garageId } as const;
      return {
        ...vehicle,
        nickname: nicknameOf(vehicle),
        mayRecord: handedOverAt === null && may(caller.standing, 'event.record', resource),
        mayManage: handedOverAt === null && may(caller.standing, 'vehicle.manage', resource),
        ...(glances.get(vehicle.id) ?? unseen),
      } as Glance['items'][number];
    }),
    counts: {
      present: staged.length - former,
      former,
      unread,
    },
  };
}

function reachedVehicles(trx: TenantTransaction, { tenantId, standing }: Caller) {
  return trx
    .selectFrom('vehicles')
    .leftJoin('vehicleSummary as summary', (join) =>
      join.onRef('summary.tenantId', '=', 'vehicles.tenantId').onRef('summary.vehicleId', '=', 'vehicles.id'),
    )
    .select(['id', 'nickname', 'make', 'model', 'year', 'trim', 'kind', 'garageId', 'handedOverAt'])
    .select(['timeZone', 'currency', 'distanceUnit', 'volumeUnit', 'energies'])
    .select('summary.lastEventDate as lastWritten')
    .where('vehicles.tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(standing, 'vehicle.read')))
    .orderBy('id')
    .execute();
}

interface Dated {
  readonly former: boolean;
  readonly lastWritten: string | null;
}

/** Those written to last, before those that nobody drives any more; in the order in which they came. */
function atHand<Vehicle extends Dated>(vehicles: readonly Vehicle[], limit = vehicles.length): Vehicle[] {
  const first = new Set(vehicles.toSorted(byUse).slice(0, limit));
  return vehicles.filter((vehicle) => first.has(vehicle));
}

function byUse(a: Dated, b: Dated): number {
  return Number(a.former) - Number(b.former) || (b.lastWritten ?? '').localeCompare(a.lastWritten ?? '');
}
