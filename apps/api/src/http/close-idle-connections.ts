import type { FastifyInstance } from 'fastify';

const everyMs = 100;

/**
 * Lets the process end with its last answer. A connection that was busy when the server began to close would else be kept
 * open for the client's next request: for 72 seconds, though none would be answered.
 */
export function closeIdleConnections(fastify: FastifyInstance): void {
  let sweeping: NodeJS.Timeout | undefined;
  fastify.addHook('preClose', async () => {
    if (!fastify.server.listening) return;
    sweeping = setInterval(() => fastify.server.closeIdleConnections(), everyMs);
  });
  fastify.server.on('close', () => clearInterval(sweeping));
}
