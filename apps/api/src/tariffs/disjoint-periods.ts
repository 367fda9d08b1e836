import { Problem, type Rule } from '@odolog/problems';
import { overlapIn, type TariffPeriod } from '@odolog/vehicle';

/** An hour has one price: Problem `validation-failed`. */
export const disjointPeriods: Rule<{ readonly periods?: readonly TariffPeriod[] | undefined }> = {
  reads: ['/periods'],
  check: ({ periods = [] }) => {
    const [earlier, later] = overlapIn(periods) ?? [];
    if (earlier === undefined || later === undefined) return;
    const detail = `Lies over period ${earlier + 1}: an hour has one price`;
    throw new Problem('validation-failed', {
      errors: [{ pointer: `/periods/${later}`, code: 'overlap', detail }],
    });
  },
};
