import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOf } from '../limits/guard-credentials.js';
import type { Limit } from '../limits/limiter.js';
import type { Resources } from '../resources.js';

const perHour = {
  password: { name: 'refused-sign-ins', times: 1, seconds: 60 * 60 },
  'second-factor': { name: 'refused-codes', times: 1, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

/** What a request tried to sign in as, and by what. */
interface Tried {
  readonly email: string;
  readonly by: keyof typeof perHour;
}

/**
 * Has refused sign-ins kept in the audit trail, by a password or by a code after it: the first of an account within an hour, the
 * tenth, the hundredth and so on, so that whoever tries thousands does not bury everything else. Done when the answer has been
 * sent, which takes as long whether or not the account exists.
 *
 * @returns is to be told of whose second factor a request has brought a code
 */
export function recordRefusals(
  fastify: FastifyInstance,
  { identity, limiter, log }: Pick<Resources, 'identity' | 'limiter' | 'log'>,
): (request: FastifyRequest, account: string) => void {
  const codes = new WeakMap<FastifyRequest, string>();
  fastify.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode !== 401 && reply.statusCode !== 429) return;
    try {
      const tried = triedBy(request, codes.get(request));
      if (!tried) return;
      const attempts = await limiter.count(perHour[tried.by], tried.email);
      if (isPowerOfTen(attempts)) await identity.recordRefusedSignIns({ ...tried, attempts });
    } catch (error) {
      log.error({ err: error }, 'audit');
    }
  });
  return (request, account) => void codes.set(request, account.toLowerCase());
}

function triedBy(request: FastifyRequest, codeOf: string | undefined): Tried | undefined {
  if (codeOf !== undefined) return { email: codeOf, by: 'second-factor' };
  const isPassword = /\/sign-in\/email(\?|$)/.test(request.url);
  return isPassword ? { email: accountOf(request), by: 'password' } : undefined;
}

function isPowerOfTen(count: number): boolean {
  return /^10*$/.test(String(count));
}
