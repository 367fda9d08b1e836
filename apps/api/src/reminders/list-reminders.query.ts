import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readReminders } from './read-reminders.js';
import { remindedVehicles } from './reminded-vehicles.js';
import type { listReminders, Reminder } from './reminders.contract.js';

type Call = CallOf<typeof listReminders>;
type List = { items: Reminder[]; nextCursor: string | null };

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
        pageWithin(
          await readReminders(trx, await remindedVehicles(trx, call.caller, call.query.garageId), asked),
          call.query,
        ),
      ),
    );
  }
}
