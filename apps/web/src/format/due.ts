import type { VehicleSummary } from '@/api/schema.gen';

type NextDue = NonNullable<VehicleSummary['nextDue']>;

export interface Due {
  readonly state: 'overdue' | 'soon' | 'later';
  /** No reading shows it yet; at the usual distance it is due by now. */
  readonly projected?: true;
  /** Days, metres or hours until it is due, negative when over, by whichever of them is nearer. */
  readonly by:
    | { readonly days: number; readonly date: string }
    | { readonly metres: number; readonly atM: number }
    | { readonly hours: number; readonly atHours: number };
}

const shownState: Record<NextDue['state'], Due['state']> = {
  overdue: 'overdue',
  due: 'soon',
  'due-soon': 'soon',
  upcoming: 'later',
  snoozed: 'later',
  completed: 'later',
  dismissed: 'later',
};

/** How the next due thing stands today: as the server has it, which knows what is soon of its interval. */
export function dueToday(
  next: Pick<NextDue, 'state' | 'dueDate' | 'dueOdometerM'>,
  seen: { today: string; odometerM: number | null },
): Due | null {
  const due = dueFrom(next, seen);
  return due && { ...stateShown(next.state, due.by), by: due.by };
}

/** @param state the server's word */
export function stateShown(state: NextDue['state'], by: Due['by']): Pick<Due, 'state' | 'projected'> {
  const left = 'days' in by ? by.days : 'metres' in by ? by.metres : by.hours;
  return { state: shownState[state], ...(state === 'due' && left > 0 && { projected: true }) };
}

/** Nearer than this, a day and its month name one date only. */
const yearless = 335;

/** What its words name already, and need not say again beside them. */
export function namedBy({ state, projected, by }: Due): 'date' | 'mark' | null {
  if (state !== 'later' || projected) return null;
  if ('days' in by) return by.days < yearless ? 'date' : null;
  return 'mark';
}

const soonDays = 30;
const soonMetres = 1_000_000;
const dayMs = 86_400_000;

/** How far off the next due thing is, seen from a day and an odometer that need not be today's. Null when it names neither, or no odometer is known. */
export function dueFrom(
  next: Pick<NextDue, 'dueDate' | 'dueOdometerM'>,
  seen: { today: string; odometerM: number | null },
): Due | null {
  const candidates: (Due & { urgency: number })[] = [];
  if (next.dueDate) {
    const days = Math.round((Date.parse(next.dueDate) - Date.parse(seen.today)) / dayMs);
    candidates.push({ ...graded(days, soonDays), by: { days, date: next.dueDate } });
  }
  if (next.dueOdometerM !== undefined && seen.odometerM !== null) {
    const metres = next.dueOdometerM - seen.odometerM;
    candidates.push({ ...graded(metres, soonMetres), by: { metres, atM: next.dueOdometerM } });
  }
  const nearest = candidates.toSorted((a, b) => a.urgency - b.urgency)[0];
  return nearest ? { state: nearest.state, by: nearest.by } : null;
}

function graded(left: number, soon: number): { state: Due['state']; urgency: number } {
  return { state: left < 0 ? 'overdue' : left <= soon ? 'soon' : 'later', urgency: left / soon };
}
