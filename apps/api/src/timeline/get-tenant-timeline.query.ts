import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reachOf } from '@odolog/access';
import { forTenant } from '@odolog/db';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { viewOf } from '../insights/point-of-view.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readTenantPastPage } from './read-past-page.js';
import { readTimelinePage } from './read-timeline-page.js';
import { timelineQuery } from './timeline-query.js';
import type { getTenantTimeline, TimelinePage } from './timeline.contract.js';

type Call = CallOf<typeof getTenantTimeline>;

export class GetTenantTimeline extends Query<Answer<TimelinePage>> {
  constructor(readonly call: Call) {
    super();
  }
}

@QueryHandler(GetTenantTimeline)
export class GetTenantTimelineHandler implements IQueryHandler<GetTenantTimeline> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetTenantTimeline): Promise<Answer<TimelinePage>> {
    const { caller } = call;
    const view = viewOf(call.query);
    const format = await formatOf(this.resources, caller);
    return readAfter(this.resources, call, async () => {
      const vehicleIds = await liveVehicles(this.resources, call);
      const wanted = { ...timelineQuery(call.query), vehicleIds };
      return view
        ? readTenantPastPage(this.resources, caller, { wanted, view, format })
        : readTimelinePage(this.resources, caller, { wanted, format });
    });
  }
}

/** The vehicles that the caller may see. What happened to a deleted vehicle is hidden with it. */
async function liveVehicles({ db }: Resources, { caller, query }: Call): Promise<string[]> {
  const rows = await forTenant(db, caller.tenantId, (trx) => {
    let found = trx
      .selectFrom('vehicles')
      .select('id')
      .where('tenantId', '=', caller.tenantId)
      .where('deletedAt', 'is', null)
      .where(isReached(reachOf(caller.standing, 'vehicle.read')));
    if (query.garageId) found = found.where('garageId', '=', query.garageId);
    if (query.vehicleId) found = found.where('id', '=', query.vehicleId);
    return found.execute();
  });
  return rows.map(({ id }) => id);
}
