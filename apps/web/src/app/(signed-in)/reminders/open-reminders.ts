import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Reminder } from '@/api/schema.gen';
import type { serverApi } from '@/session/server-session';

type Api = Awaited<ReturnType<typeof serverApi>>;

const state = ['overdue', 'due', 'due-soon', 'upcoming', 'snoozed'] as const;

/** What is not done yet, of all vehicles. */
export function openReminders(api: Api): Promise<Reminder[]> {
  return everyItem((page) =>
    answer(api.GET('/api/v1/reminders', { params: { query: { ...page, state: [...state] } } })),
  );
}

/** What is not done yet, of one vehicle. */
export function openRemindersOf(api: Api, vehicleId: string): Promise<Reminder[]> {
  const path = { vehicleId };
  return everyItem((page) =>
    answer(
      api.GET('/api/v1/vehicles/{vehicleId}/reminders', {
        params: { path, query: { ...page, state: [...state] } },
      }),
    ),
  );
}
