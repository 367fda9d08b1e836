import type { TimelineItem } from '@/api/schema.gen';

type Version = Pick<TimelineItem, 'type' | 'status'>;

/** What takes out or puts back says nothing of its own. */
const deeds = new Set(['retraction', 'restoration']);
const stands = new Set<Version['status']>(['effective', 'corrected']);

/** What counts of an entry's history, oldest first: undefined once it was taken out. */
export function standingIn<Known extends Version>(history: readonly Known[]): Known | undefined {
  return history.findLast(({ type, status }) => !deeds.has(type) && stands.has(status));
}
