import { findTimelineFeedDrift } from '@odolog/read-models';
import Type from 'typebox';
import { defineJob } from './job.js';

const mentioned = 20;

/** Holds the feed against the rollups: a difference that no projector made was made by hand, or by a fault. */
export const reconcileFeed = defineJob({
  name: 'reconcile-timeline-feed',
  title: 'Compare the timeline feed with the rollups',
  payload: Type.Object({}, { additionalProperties: false }),
  schedule: '17 * * * *',
  run: async ({ jobs, log }) => {
    const drift = await findTimelineFeedDrift(jobs);
    const report = { months: drift.length, first: drift.slice(0, mentioned) };
    if (drift.length > 0) log.error(report, 'the timeline feed differs from the rollups');
    return report;
  },
});
