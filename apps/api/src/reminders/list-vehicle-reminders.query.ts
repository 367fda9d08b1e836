import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { readAfter } from '../http/read-after.js';
import { viewOf } from '../insights/point-of-view.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readPastReminders, readReminders } from './read-reminders.js';
import type { listVehicleReminders, Reminder } from './reminders.contract.js';

type List = { items: Reminder[]; nextCursor: string | null };

export class ListVehicleReminders extends Query<Answer<List>> {
  constructor(readonly call: CallOf<typeof listVehicleReminders>) {
    super();
  }
}

@QueryHandler(ListVehicleReminders)
export class ListVehicleRemindersHandler implements IQueryHandler<ListVehicleReminders> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ListVehicleReminders): Promise<Answer<List>> {
    const { caller, params, query } = call;
    const view = viewOf(query);
    const known = await recordableVehicle(this.resources, caller, params.vehicleId);
    const vehicle = { ...known, id: params.vehicleId };
    const asked = { now: new Date().toISOString(), states: query.state, withGone: true };
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, async (trx) => {
        const found = view
          ? await readPastReminders(trx, vehicle, { ...asked, view })
          : await readReminders(trx, [vehicle], asked);
        return pageWithin(found, query);
      }),
    );
  }
}
