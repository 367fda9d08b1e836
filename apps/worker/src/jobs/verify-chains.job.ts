import { checkAllChains } from '@odolog/proof';
import Type from 'typebox';
import { defineJob } from './job.js';

const mentioned = 20;

/** Holds every history against its hashes: who changed the database behind the product's back is found the next night. */
export const verifyChains = defineJob({
  name: 'verify-chains',
  title: 'Verify the history of every vehicle',
  payload: Type.Object({}, { additionalProperties: false }),
  schedule: '41 2 * * *',
  run: async ({ worker, log, now }) => {
    const { vehicles, changed } = await checkAllChains(worker, now);
    const report = { vehicles, changed: changed.length, first: changed.slice(0, mentioned) };
    if (changed.length > 0) log.error(report, 'histories differ from what was recorded');
    return report;
  },
});
