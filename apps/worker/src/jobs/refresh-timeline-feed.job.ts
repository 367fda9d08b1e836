import { refreshTimelineFeed } from '@odolog/read-models';
import Type from 'typebox';
import { defineJob } from './job.js';

/** Dashboards may be five minutes behind; without a change there is nothing to refresh. */
export const refreshFeed = defineJob({
  name: 'refresh-timeline-feed',
  title: 'Refresh the timeline feed',
  payload: Type.Object({}, { additionalProperties: false }),
  schedule: '*/5 * * * *',
  run: ({ jobs }) => refreshTimelineFeed(jobs),
});
