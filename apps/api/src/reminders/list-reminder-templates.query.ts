import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { localDateOf, reminderTemplates } from '@odolog/vehicle';
import { wordsIn } from '@odolog/words';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { preferencesOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { listReminderTemplates, ReminderTemplate } from './reminders.contract.js';

type List = { items: ReminderTemplate[]; nextCursor: string | null };

export class ListReminderTemplates extends Query<List> {
  constructor(readonly call: CallOf<typeof listReminderTemplates>) {
    super();
  }
}

/** Titles are in the viewer's language: a reminder that is set from one is called so. */
@QueryHandler(ListReminderTemplates)
export class ListReminderTemplatesHandler implements IQueryHandler<ListReminderTemplates> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListReminderTemplates): Promise<List> {
    const vehicle = await recordableVehicle(this.resources, caller, params.vehicleId);
    const { text } = wordsIn((await preferencesOf(this.resources, caller)).locale);
    const today = localDateOf(new Date().toISOString(), vehicle.timeZone);
    const templates = reminderTemplates(vehicle, today).map(({ id, ...reminder }) => ({
      id,
      reminder: { ...reminder, title: text(`reminders.templates.${id}`) },
    }));
    return pageWithin(templates, query);
  }
}
