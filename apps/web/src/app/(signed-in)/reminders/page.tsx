import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { presentAndFormer } from '@/format/departure';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { seenVehicles } from '../seen-vehicles';
import { AddReminder } from './add-reminder';
import { CalendarLink } from './calendar-link';
import { groupsOf } from './groups';
import { NothingToDo } from './nothing-to-do';
import { NotificationForm } from './notification-form';
import { NotificationList } from './notification-list';
import { openReminders } from './open-reminders';
import { ReminderGroups } from './reminder-groups';
import { remindable } from './remindable';
import { VehicleFilter } from './vehicle-filter';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders'))('title') };
}

interface RemindersPageProps {
  readonly searchParams: Promise<{ vehicle?: string }>;
}

/** What is to be done, the most urgent first; below it how one is told of it. */
export default async function RemindersPage({ searchParams }: RemindersPageProps) {
  const t = await getTranslations('reminders');
  const api = await serverApi();
  const [{ vehicle: chosen }, vehicles, items, told, preferences, link] = await Promise.all([
    searchParams,
    seenVehicles(),
    openReminders(api),
    answer(api.GET('/api/v1/notifications', { params: { query: { unread: true, limit: 20 } } })),
    answer(api.GET('/api/v1/me/notification-preferences')),
    answer(api.GET('/api/v1/me/calendar-link')),
  ]);
  const reminders = items.filter(({ vehicleId }) => !chosen || vehicleId === chosen);
  const groups = groupsOf(reminders);
  const { present } = presentAndFormer(vehicles);
  const manageable = remindable(present);
  const words = t('summary', {
    due: groups.due.length,
    soon: groups.soon.length,
    vehicles: new Set(reminders.map(({ vehicleId }) => vehicleId)).size,
  });
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
        {manageable.length > 0 && <AddReminder vehicles={manageable} chosen={chosen} icon />}
      </header>
      <div className="wrap">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            {reminders.length > 0 && <p>{words}</p>}
          </div>
          <span className="sp" />
          {manageable.length > 0 && <AddReminder vehicles={manageable} chosen={chosen} />}
        </header>
        <VehicleFilter vehicles={present} reminders={items} chosen={chosen} />
        {reminders.length === 0 && (
          <NothingToDo hasVehicles={present.length > 0} hasRemindable={manageable.length > 0} />
        )}
        <ReminderGroups reminders={reminders} vehicles={vehicles} />
        <section className="sec" id="notifications">
          <h2>{t('told.title')}</h2>
          <NotificationList notifications={told.items} />
          <NotificationForm preferences={preferences} />
        </section>
        <section className="sec">
          <h2>{t('calendar.title')}</h2>
          <p className="muted">{t('calendar.words')}</p>
          <CalendarLink createdAt={link.createdAt} />
        </section>
      </div>
      <CatchUp />
    </>
  );
}
