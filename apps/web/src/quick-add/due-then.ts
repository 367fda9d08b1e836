import { eventType, factsOf, minutesOf, type Facts } from '@odolog/events';
import { distanceM } from '@odolog/units';
import { completesCycle } from '@odolog/vehicle';
import type { Reminder } from '@/api/schema.gen';
import { dueFrom, type Due } from '@/format/due';
import type { Draft } from './draft';
import { faultsOf } from './resolve-recording';

export interface DueThen {
  readonly id: string;
  readonly title: string;
  /** Null where what is typed is the work that it asks for. */
  readonly due: Due | null;
}

/** All of them are on a page of their own. */
const most = 4;

/**
 * How reminders stand on the day and at the reading that are typed, those first that the entry settles.
 * @param odometerM of the vehicle, where none is typed
 */
export function dueThen(reminders: readonly Reminder[], draft: Draft, odometerM: number | null): DueThen[] {
  if (draft.date === '') return [];
  const seen = { today: draft.date, odometerM: readM(draft) ?? odometerM };
  const work = workIn(draft);
  return reminders
    .flatMap((reminder): DueThen[] => {
      const { id, title } = reminder;
      if (settles(work, reminder, seen)) return [{ id, title, due: null }];
      const due = dueFrom(limitsOf(reminder), seen);
      return due ? [{ id, title, due }] : [];
    })
    .toSorted((a, b) => Number(a.due !== null) - Number(b.due !== null))
    .slice(0, most);
}

/** A reading that is void counts nowhere. */
function readM({ odometer }: Draft): number | null {
  return odometer && typeof odometer.value === 'number' && !odometer.void ? distanceM(odometer) : null;
}

function limitsOf({ dueDate, dueOdometer, dueHours }: Reminder) {
  return {
    ...(dueDate !== null && { dueDate }),
    ...(dueOdometer !== null && { dueOdometerM: distanceM(dueOdometer) }),
    ...(dueHours !== null && { dueRuntimeMin: minutesOf(dueHours) }),
  };
}

/** What is half typed tells nothing yet, nor does work at a reading that counts nowhere. */
function workIn(draft: Draft): Facts | undefined {
  const type = eventType(draft.type);
  if (!type || draft.odometer?.void || faultsOf(draft).length > 0) return undefined;
  return factsOf({ type: type.type, schemaVersion: type.version, data: draft.data });
}

interface Seen {
  readonly today: string;
  readonly odometerM: number | null;
}

/** Whether a round of the reminder ends with it: not with what was done before the round began. */
function settles(work: Facts | undefined, reminder: Reminder, { today, odometerM }: Seen): boolean {
  if (!work?.service) return false;
  const { service, runtime } = work;
  const { id, serviceKind, cycle, since, every, anchor } = reminder;
  const explicit = service.reminderIds?.includes(id) ?? false;
  if (!explicit && (serviceKind === null || !service.kinds.includes(serviceKind))) return false;
  if (today < since.date || (today === since.date && cycle > 1)) return false;
  const { dueDate, dueOdometerM, dueRuntimeMin } = limitsOf(reminder);
  return completesCycle(
    { date: today, odometerM, runtimeMin: runtime && !runtime.void ? runtime.minutes : null, explicit },
    {
      number: cycle,
      due: {
        ...(dueDate && { date: dueDate }),
        ...(dueOdometerM && { odometerM: dueOdometerM }),
        ...(dueRuntimeMin && { runtimeMin: dueRuntimeMin }),
      },
    },
    {
      anchor,
      ...(every && {
        every: {
          ...(every.months && { months: every.months }),
          ...(every.distance && { distanceM: distanceM(every.distance) }),
          ...(every.hours && { runtimeMin: minutesOf(every.hours) }),
        },
      }),
    },
  );
}
