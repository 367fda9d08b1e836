import { Problem, type ProblemCode } from '@odolog/problems';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  413: 'body-too-large',
  414: 'malformed-request',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  503: 'unavailable',
};

/**
 * The database is away or about to be: the network's codes, and those of PostgreSQL's classes 08, 53 and 57P. Or it chose this one of
 * two who waited for each other (40P01): the next try finds nobody in its way.
 */
const isAway = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|40P01|53\w{3}|57P\w{2})$/;
/** What no schema caught and PostgreSQL cannot store: a number or date out of range, a character that is none. */
const cannotBeStored = /^22(?:003|007|008|021|P05)$/;
/** What the driver says, without a code, of a connection that went away under a query. */
const wentAway = /^Connection terminated|timeout exceeded when trying to connect/;

/**
 * What a client is told about an error. Frameworks mark theirs with a status; of those only the status is told on,
 * since their messages are not part of the contract. A cache wraps the error of what it asked: the inner one counts.
 *
 * @returns undefined for what is our fault and is answered as `internal`, without a detail
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  if (isAway.test(String(code)) || wentAway.test(String(message))) return new Problem('unavailable');
  if (cannotBeStored.test(String(code))) {
    return new Problem('validation-failed', {
      detail: 'A date, a number or a character in the request cannot be stored',
    });
  }
  const told = codeOfStatus[statusOf(error) ?? 0];
  return told ? new Problem(told) : problemOf(cause);
}

function statusOf(error: object): number | undefined {
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  if ('statusCode' in error) return Number(error.statusCode);
  return undefined;
}
