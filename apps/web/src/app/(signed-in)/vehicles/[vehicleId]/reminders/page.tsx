import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { departureOf } from '@/format/departure';
import { CatchUp } from '@/refresh/catch-up';
import { serverApi } from '@/session/server-session';
import { AddReminder } from '../../../reminders/add-reminder';
import { openRemindersOf } from '../../../reminders/open-reminders';
import { remindable } from '../../../reminders/remindable';
import { ReminderGroups } from '../../../reminders/reminder-groups';
import { vehicleOf } from '../vehicle-page';

interface RemindersOfVehicleProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: RemindersOfVehicleProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('reminders'))('titleOf', { vehicle: nickname }) };
}

/** What is to be done to a vehicle. Of one that has left the garage nobody is reminded any more. */
export default async function RemindersOfVehiclePage({ params }: RemindersOfVehicleProps) {
  const { vehicleId } = await params;
  const t = await getTranslations('reminders');
  const api = await serverApi();
  const [vehicle, reminders] = await Promise.all([vehicleOf(vehicleId), openRemindersOf(api, vehicleId)]);
  const mayBeReminded = departureOf(vehicle) ? [] : remindable([vehicle]);
  return (
    <div className="wrap">
      {reminders.length === 0 && (
        <p className="muted rem-none">{t(mayBeReminded.length > 0 ? 'none' : 'noneOfVehicle')}</p>
      )}
      <ReminderGroups reminders={reminders} vehicles={[vehicle]} named={false} />
      {mayBeReminded.length > 0 && (
        <p className="rem-add">
          <AddReminder vehicles={mayBeReminded} />
        </p>
      )}
      <CatchUp />
    </div>
  );
}
