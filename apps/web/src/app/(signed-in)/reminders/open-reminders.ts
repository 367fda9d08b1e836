import { answer } from '@/api/client';
import type { Reminder } from '@/api/schema.gen';
import type { serverApi } from '@/session/server-session';

const open = ['overdue', 'due', 'due-soon', 'upcoming', 'snoozed'] as const;

/** What is not done yet, of all vehicles, page by page. */
export async function openReminders(api: Awaited<ReturnType<typeof serverApi>>): Promise<Reminder[]> {
  const found: Reminder[] = [];
  let cursor: string | undefined;
  do {
    const query = { state: [...open], limit: 200, ...(cursor && { cursor }) };
    const { items, nextCursor } = await answer(api.GET('/api/v1/reminders', { params: { query } }));
    found.push(...items);
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return found;
}
