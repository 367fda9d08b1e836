import { ensurePartitions } from './ensure-partitions.job.js';
import { evaluateReminders } from './evaluate-reminders.job.js';
import type { Job } from './job.js';
import { rebuildProjector } from './rebuild-projector.job.js';
import { reconcileFeed } from './reconcile-timeline-feed.job.js';
import { refreshFeed } from './refresh-timeline-feed.job.js';
import { verifyChains } from './verify-chains.job.js';

/** Every job of the worker. A new one is a file and a line here. */
export const jobs: readonly Job[] = [
  ensurePartitions,
  refreshFeed,
  reconcileFeed,
  rebuildProjector,
  verifyChains,
  evaluateReminders,
];
