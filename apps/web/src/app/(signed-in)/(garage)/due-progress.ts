import { distanceM, type Distance } from '@odolog/units';
import { answer, type Api } from '@/api/client';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import type { Due } from '@/format/due';

/** The entry that set a reminder: the interval began with it. */
export type DueStart = Pick<TimelineItem, 'date' | 'odometer' | 'data'>;

/** What was set for the next due thing of each vehicle, by vehicle. What cannot be read is left out: a gauge is no reason to fail. */
export async function dueStarts(api: Api, vehicles: readonly Vehicle[]): Promise<Map<string, DueStart>> {
  const starts = await Promise.all(
    vehicles.map(async ({ id: vehicleId, summary }) => {
      const eventId = summary?.nextDue?.eventId;
      if (!eventId) return [];
      const params = { path: { vehicleId, eventId } };
      return answer(api.GET('/api/v1/vehicles/{vehicleId}/events/{eventId}', { params }))
        .then((event) => [[vehicleId, event] as const])
        .catch(() => []);
    }),
  );
  return new Map(starts.flat());
}

/** How much of the interval is used, 1 at the due mark; null where its beginning is not known. */
export function dueProgress(
  { by }: Due,
  { date, odometer, data }: DueStart,
  seen: { today: string; odometerM: number | null },
): number | null {
  if ('days' in by) return shareOf(Date.parse(date), Date.parse(by.date), Date.parse(seen.today));
  if (seen.odometerM === null) return null;
  const every = (data.every as { distance?: Distance } | undefined)?.distance;
  const from = every ? by.atM - distanceM(every) : odometer && !odometer.void ? distanceM(odometer) : null;
  return from === null ? null : shareOf(from, by.atM, seen.odometerM);
}

function shareOf(from: number, to: number, at: number): number | null {
  return to > from ? Math.max((at - from) / (to - from), 0) : null;
}
