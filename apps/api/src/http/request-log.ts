import type { FastifyInstance } from 'fastify';

/** One line a request, when it is over. Errors of ours are logged where they are answered. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const { statusCode, elapsedTime } = reply;
    if (!request.url.startsWith('/api/')) return;
    request.log.info({ req: request, status: statusCode, ms: Math.round(elapsedTime) }, 'request');
  });
}
