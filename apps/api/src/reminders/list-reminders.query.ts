import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { reachOf } from '@odolog/access';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { isReached } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readReminders, type RemindedVehicle } from './read-reminders.js';
import type { listReminders, Reminder } from './reminders.contract.js';

type Call = CallOf<typeof listReminders>;
type List = { items: Reminder[]; nextCursor: null };

export class ListReminders extends Query<Answer<List>> {
  constructor(readonly call: Call) {
    super();
  }
}

@QueryHandler(ListReminders)
export class ListRemindersHandler implements IQueryHandler<ListReminders> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ListReminders): Promise<Answer<List>> {
    const asked = { now: new Date().toISOString(), states: call.query.state };
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, call.caller.tenantId, async (trx) =>
        readReminders(trx, await vehiclesInReach(trx, call), asked),
      ),
    );
  }
}

async function vehiclesInReach(trx: TenantTransaction, { caller, query }: Call): Promise<RemindedVehicle[]> {
  const found = trx
    .selectFrom('vehicles')
    .select(['id', 'timeZone', 'distanceUnit'])
    .where('tenantId', '=', caller.tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(caller.standing, 'vehicle.read')));
  const rows = await (query.garageId ? found.where('garageId', '=', query.garageId) : found).execute();
  return rows as RemindedVehicle[];
}
