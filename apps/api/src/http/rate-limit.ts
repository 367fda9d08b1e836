import rateLimit from '@fastify/rate-limit';
import { Problem } from '@odolog/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { createHash } from 'node:crypto';

/**
 * So many requests a minute of one token, or of one address without a token. Counted in Redis when there is one, so that
 * several processes count together; when Redis does not answer, requests pass.
 */
export async function registerRateLimit(
  fastify: FastifyInstance,
  perMinute: number,
  redis?: Redis,
): Promise<void> {
  await fastify.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    cache: 10_000,
    ...(redis && { redis, nameSpace: 'odolog:rate:' }),
    skipOnError: true,
    keyGenerator: identityOf,
    allowList: ({ url }) => !url.startsWith('/api/') || url === '/api/health' || url === '/api/ready',
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate-limited', { retryAfterSeconds: Math.ceil(ttl / 1000) }),
  });
}

function identityOf(request: FastifyRequest): string {
  const token = request.headers.authorization;
  return token ? createHash('sha256').update(token).digest('base64url') : request.ip;
}
