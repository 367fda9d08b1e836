import type { Jobs, Partitions, Projectors } from '@/api/schema.gen';

/** A lag of more events than this is not caught up within a moment. */
export const behindEvents = 100;
/** A worker beats every few seconds. */
const silentMs = 30_000;

export interface InstanceState {
  readonly missingYears: number;
  readonly failing: number;
  readonly noWorker: boolean;
  readonly behind: number;
  readonly failedJobs: number;
}

interface Instance {
  readonly partitions: Pick<Partitions, 'missing'>;
  readonly projectors: Pick<Projectors, 'items' | 'workers'>;
  readonly jobs: { readonly items: readonly Pick<Jobs['items'][number], 'last'>[] };
}

/** What a maintainer has to know before anything else. */
export function instanceState({ partitions, projectors, jobs }: Instance, now: Date): InstanceState {
  return {
    missingYears: partitions.missing.length,
    failing: projectors.items.filter(({ failing }) => failing > 0).length,
    noWorker: !projectors.workers.some(({ beatAt }) => now.getTime() - Date.parse(beatAt) < silentMs),
    behind: projectors.items.filter(({ maxLag }) => maxLag > behindEvents).length,
    failedJobs: jobs.items.filter(({ last }) => last?.state === 'failed').length,
  };
}
