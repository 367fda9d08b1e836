import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { eventMarks } from '@/ui/event-marks.gen';
import { may } from './may';

type Entry = Pick<TimelineItem, 'type' | 'recordedBy'>;

/** Whether a person may correct an entry or take it out; a turn in the vehicle's life only if they manage the vehicle. */
export function mayChange(vehicle: Pick<Vehicle, 'allowed'>, entry: Entry, personId: string): boolean {
  if (eventMarks[entry.type]?.turnsLife && !may(vehicle, 'vehicle.manage')) return false;
  return may(vehicle, entry.recordedBy.id === personId ? 'event.correct' : 'event.correct-others');
}
