import { Problem, type Rule } from '@odolog/problems';
import { isTimeZone } from '@odolog/vehicle';

/** A zone is a name that the IANA database has: Problem `unknown-time-zone`. */
export const knownTimeZone: Rule<{ readonly timeZone?: string | undefined }> = {
  reads: ['/timeZone'],
  check: ({ timeZone }) => {
    if (timeZone === undefined || isTimeZone(timeZone)) return;
    const detail = 'is not a name of the IANA time zone database';
    const code = 'unknown-time-zone';
    throw new Problem(code, { errors: [{ pointer: '/timeZone', code, detail }] });
  },
};
