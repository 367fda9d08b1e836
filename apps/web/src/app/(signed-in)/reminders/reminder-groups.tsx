import { useTranslations } from 'next-intl';
import type { Reminder, Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { dayIn } from '@/format/today';
import { groupsOf } from './groups';
import { ReminderRow } from './reminder-row';

export type RemindedVehicle = Pick<
  Vehicle,
  'id' | 'nickname' | 'timeZone' | 'distanceUnit' | 'currency' | 'allowed'
>;

interface ReminderGroupsProps {
  readonly reminders: readonly Reminder[];
  readonly vehicles: readonly RemindedVehicle[];
  /** Whose page it is needs not be said of each. */
  readonly named?: boolean;
}

/** What is to be done, the most urgent first. */
export function ReminderGroups({ reminders, vehicles, named = true }: ReminderGroupsProps) {
  const t = useTranslations('reminders');
  const groups = groupsOf(reminders);
  const byId = new Map(vehicles.map((vehicle) => [vehicle.id, vehicle]));
  return (['due', 'soon', 'later', 'snoozed'] as const).map(
    (group) =>
      groups[group].length > 0 && (
        <section key={group} className="grp">
          <h2>
            {t(`groups.${group}`)} <span>{groups[group].length}</span>
          </h2>
          <ol>
            {groups[group].map((reminder) => {
              const vehicle = byId.get(reminder.vehicleId);
              return (
                vehicle && (
                  <ReminderRow
                    key={reminder.id}
                    reminder={reminder}
                    vehicle={named ? vehicle.nickname : ''}
                    today={dayIn(vehicle.timeZone)}
                    unit={vehicle.distanceUnit}
                    currency={vehicle.currency}
                    mayManage={may(vehicle, 'reminder.manage')}
                  />
                )
              );
            })}
          </ol>
        </section>
      ),
  );
}
