import { eventType, factsOf } from '@odolog/events';
import { distanceM } from '@odolog/units';
import type { Reminder } from '@/api/schema.gen';
import { dueFrom, type Due } from '@/format/due';
import type { Draft } from './draft';
import { faultsOf } from './resolve-recording';

export interface DueThen {
  readonly id: string;
  readonly title: string;
  /** What is typed is the work that it asks for. */
  readonly settled: boolean;
  readonly due: Due;
}

/** All of them are on a page of their own. */
const most = 4;

/**
 * How reminders stand on the day and at the reading that are typed, those first that the entry settles.
 * @param odometerM of the vehicle, where none is typed
 */
export function dueThen(reminders: readonly Reminder[], draft: Draft, odometerM: number | null): DueThen[] {
  const typed = draft.odometer;
  const seen = {
    today: draft.date,
    odometerM: typeof typed?.value === 'number' ? distanceM(typed) : odometerM,
  };
  const kinds = workIn(draft);
  return reminders
    .flatMap((reminder): DueThen[] => {
      const due = dueFrom(limitsOf(reminder), seen);
      return due ? [{ id: reminder.id, title: reminder.title, settled: settles(kinds, reminder), due }] : [];
    })
    .toSorted((a, b) => Number(b.settled) - Number(a.settled))
    .slice(0, most);
}

function limitsOf({ dueDate, dueOdometer }: Reminder) {
  return {
    ...(dueDate !== null && { dueDate }),
    ...(dueOdometer !== null && { dueOdometerM: distanceM(dueOdometer) }),
  };
}

/** What is half typed tells nothing yet, nor does work at a reading that counts nowhere. */
function workIn(draft: Draft): readonly string[] {
  const type = eventType(draft.type);
  if (!type || draft.odometer?.void || faultsOf(draft).length > 0) return [];
  return factsOf({ type: type.type, schemaVersion: type.version, data: draft.data }).service?.kinds ?? [];
}

/** A fixed schedule is not settled by what is done shortly after its last day. */
function settles(kinds: readonly string[], { serviceKind, anchor, cycle, used }: Reminder): boolean {
  if (serviceKind === null || !kinds.includes(serviceKind)) return false;
  return anchor === 'completion' || cycle === 1 || (used ?? 0) > 0.5;
}
