import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { readStream, verifyChain } from '@odolog/event-store';
import { formatFor } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { getVehicleSummary } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import { wordsIn } from '@odolog/words';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { refuseUnknownLocale } from '../people/locale.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';
import { findTenantOfShare, hashOf, shareOf } from './share-records.js';
import { sharedEvents } from './shared-events.js';
import type { Chosen, getSharedHistory, Share, SharedHistory } from './shares.contract.js';

export class GetSharedHistory extends Query<Answer<SharedHistory>> {
  constructor(readonly call: CallOf<typeof getSharedHistory>) {
    super();
  }
}

/**
 * Whether the link is open is asked anew each time, so that one that is revoked is closed with the next request. What it shows
 * takes a walk over the whole history: for a while it is kept, until an entry comes.
 */
@QueryHandler(GetSharedHistory)
export class GetSharedHistoryHandler implements IQueryHandler<GetSharedHistory> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params, query } }: GetSharedHistory): Promise<Answer<SharedHistory>> {
    const { locale = 'en' } = query;
    refuseUnknownLocale(locale);
    const { db, cache } = this.resources;
    const tokenHash = hashOf(params.shareToken);
    const tenantId = await findTenantOfShare(db, tokenHash);
    if (!tenantId) throw new Problem('not-found');
    const { share, vehicle } = await forTenant(db, tenantId, async (trx) => {
      const share = await readShare(trx, tenantId, tokenHash);
      return { share, vehicle: await readVehicle(trx, tenantId, share.vehicleId) };
    });
    const history = await cache.getOrSet({
      key: `share:${share.id}:${vehicle.version}:${vehicle.updatedAt}:${locale}`,
      ttl: '1m',
      factory: () => forTenant(db, tenantId, (trx) => readHistory(trx, share, { vehicle, locale })),
    });
    return new Answer(200, history, { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  }
}

async function readShare(trx: TenantTransaction, tenantId: string, tokenHash: Buffer): Promise<Share> {
  const row = await trx
    .selectFrom('shares')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  // a buyer is not told who made it
  return shareOf(row, new Map());
}

async function readHistory(
  trx: TenantTransaction,
  { contents, expiresAt }: Share,
  { vehicle, locale }: { readonly vehicle: Vehicle; readonly locale: string },
): Promise<SharedHistory> {
  const now = new Date().toISOString();
  const events = await readStream(trx, vehicle.id, { limit: vehicle.version });
  const verdict = verifyChain(vehicle.id, events);
  const today = localDateOf(now, vehicle.timeZone);
  // folded from the same entries as all that stands beside it: the read model may be behind, the stream ahead by now
  const ofTheseEntries = { today, asOf: today, knownAt: events.at(-1)?.recordedAt };
  const { firstDate, odometer, economy } = await getVehicleSummary(trx, vehicle.id, ofTheseEntries);
  const format = formatFor({
    locale,
    say: wordsIn(locale).say,
    distanceUnit: vehicle.distanceUnit,
    volumeUnit: vehicle.volumeUnit,
  });
  return {
    expiresAt,
    contents,
    vehicle: shownVehicle(vehicle, contents),
    seal: {
      unchanged: verdict.ok && events.length === vehicle.version,
      checkedAt: now,
      events: events.length,
      chainHash: verdict.ok ? verdict.head : (events.at(-1)?.chainHash ?? ''),
    },
    firstDate,
    odometer: odometer && { value: odometer.value, unit: odometer.unit, date: odometer.date },
    economy: [...economy],
    ...sharedEvents(events, { contents, format }),
  };
}

/** No plate, no name that the owner gave it, no VIN unless chosen. */
function shownVehicle(vehicle: Vehicle, { vin }: Chosen): SharedHistory['vehicle'] {
  const { make, model, year, trim, color, kind, distanceUnit, volumeUnit } = vehicle;
  const shown = { make, model, year, trim, color, kind, distanceUnit, volumeUnit };
  return { ...shown, vin: vin ? vehicle.vin : null, vinEnding: vehicle.vin?.slice(-5) ?? null };
}
