import type { TimelineItem } from '@/api/schema.gen';

const shown = 12;

/** L/100 km of the last twelve closed counts of one energy, newest first. */
export function lastCounts(
  fills: readonly Pick<TimelineItem, 'data' | 'derived'>[],
  energy: unknown,
): number[] {
  return fills
    .filter(({ data, derived }) => data.energy === energy && derived.economy?.segmentStatus === 'closed')
    .flatMap(({ derived }) => derived.economy?.lPer100Km ?? [])
    .slice(0, shown);
}
