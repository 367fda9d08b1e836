import type { FastifyInstance } from 'fastify';
import { accountOf } from '../limits/guard-credentials.js';
import type { Limit } from '../limits/limiter.js';
import type { Resources } from '../resources.js';

const perHour: Limit = { name: 'refused-sign-ins', times: 1, seconds: 60 * 60 };

/**
 * Has refused sign-ins kept in the audit trail: the first of an account within an hour, the tenth, the hundredth and so on, so
 * that whoever tries thousands of passwords does not bury everything else. Done when the answer has been sent, which takes as
 * long whether or not the account exists.
 */
export function recordRefusals(
  fastify: FastifyInstance,
  { identity, limiter, log }: Pick<Resources, 'identity' | 'limiter' | 'log'>,
): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const isRefused = reply.statusCode === 401 || reply.statusCode === 429;
    if (!isRefused || !/\/sign-in\/email(\?|$)/.test(request.url)) return;
    try {
      const account = accountOf(request);
      const attempts = await limiter.count(perHour, account);
      if (isPowerOfTen(attempts)) await identity.recordRefusedSignIns(account, attempts);
    } catch (error) {
      log.error({ err: error }, 'audit');
    }
  });
}

function isPowerOfTen(count: number): boolean {
  return /^10*$/.test(String(count));
}
