import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { Reminder } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

const state = ['overdue', 'due', 'due-soon', 'upcoming', 'snoozed'] as const;

/** What is not done yet on a vehicle, the most urgent first; nothing while it is not known, as without a connection. */
export function useOpenReminders(vehicleId: string): readonly Reminder[] {
  const [open, setOpen] = useState<readonly Reminder[]>([]);
  useEffect(() => {
    let wanted = true;
    const params = { path: { vehicleId }, query: { state: [...state] } };
    answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/reminders', { params }))
      .then(({ items }) => wanted && setOpen(items))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [vehicleId]);
  return open;
}
