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
 * What a client is told about an error. Frameworks mark theirs with a status; of those only the status is told on,
 * since their messages are not part of the contract.
 *
 * @returns undefined for what is our fault and is answered as `internal`, without a detail
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const code = codeOfStatus[statusOf(error) ?? 0];
  return code && new Problem(code);
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('getStatus' in error && typeof error.getStatus === 'function') return Number(error.getStatus());
  if ('statusCode' in error) return Number(error.statusCode);
  return undefined;
}
