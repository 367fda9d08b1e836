import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { wordsIn, type Words } from '@odolog/words';
import { standingOf } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readReminders } from '../reminders/read-reminders.js';
import { remindedVehicles } from '../reminders/reminded-vehicles.js';
import type { Reminder } from '../reminders/reminders.contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { ownerOf } from './calendar-links.js';
import { readProfile } from '../people/profile.js';
import { hashOf } from './calendar-secret.js';
import type { getCalendar } from './calendar.contract.js';
import { iCalendar, type CalendarDay } from './icalendar.js';

export class GetCalendar extends Query<Answer<string>> {
  constructor(readonly call: CallOf<typeof getCalendar>) {
    super();
  }
}

const open = ['overdue', 'due', 'due-soon', 'upcoming', 'snoozed'] as const;
const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' };

@QueryHandler(GetCalendar)
export class GetCalendarHandler implements IQueryHandler<GetCalendar> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  /** Shows what its owner may see at this moment, and nothing once they have left. */
  async execute({ call: { params } }: GetCalendar): Promise<Answer<string>> {
    const { db, config, membershipsOf } = this.resources;
    const tenantId = params.tenantId.toLowerCase();
    const secretHash = hashOf(params.secret.replace(/[.]ics$/, ''));
    const userId = await forTenant(db, tenantId, (trx) => ownerOf(trx, { tenantId, secretHash }));
    const memberships = userId ? await membershipsOf(userId) : [];
    const membership = memberships.find((one) => one.tenantId === tenantId);
    if (!userId || !membership) throw new Problem('not-found');
    const standing = await standingOf(this.resources, userId, membership);
    const now = new Date().toISOString();
    const days = await forTenant(db, tenantId, async (trx) => {
      const { locale } = (await readProfile(trx, userId)).preferences;
      const vehicles = await remindedVehicles(trx, { tenantId, standing });
      const items = await readReminders(trx, vehicles, { now, states: open });
      const names = new Map(vehicles.map(({ id, name }) => [id, name]));
      return items.flatMap((reminder) =>
        dayOf(reminder, names.get(reminder.vehicleId) ?? '', {
          words: wordsIn(locale),
          url: `${config.publicUrl}/in/${tenantId}/reminders`,
        }),
      );
    });
    return new Answer(200, iCalendar('Odolog', days, now), headers);
  }
}

function dayOf(
  { id, title, dueOn, about, snoozedUntil }: Reminder,
  vehicle: string,
  { words, url }: { readonly words: Words; readonly url: string },
): CalendarDay[] {
  const date = snoozedUntil?.date ?? dueOn;
  if (!date) return [];
  const day = {
    uid: `reminder-${id}@odolog`,
    date,
    summary: `${title} (${vehicle})`,
    description: words.text(about ? 'mails.calendar.reckoned' : 'mails.calendar.due'),
    url,
  };
  return [day];
}
