import type { FastifyInstance } from 'fastify';

/**
 * Behind a proxy that is not trusted everybody has the proxy's address: they share its limits, and one who guesses passwords
 * slows down all. Said once, since whoever wants to can send the header.
 */
export function warnOfUntrustedProxy(fastify: FastifyInstance, trustedProxies: number): void {
  if (trustedProxies > 0) return;
  let isSaid = false;
  fastify.addHook('onRequest', async (request) => {
    if (isSaid || request.headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    request.log.warn(
      'X-Forwarded-For is not believed: if a proxy stands in front, set ODOLOG_TRUSTED_PROXIES to how many do',
    );
  });
}
