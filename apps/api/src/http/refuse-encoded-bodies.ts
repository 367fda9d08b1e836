import { Problem } from '@odolog/problems';
import type { FastifyInstance } from 'fastify';

/** Bodies are read as they come: one that is compressed would be told to be no JSON, which it is once it is unpacked. */
export function refuseEncodedBodies(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async ({ url, headers }) => {
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity' || !url.startsWith('/api')) return;
    throw new Problem('unsupported-media-type', { detail: `Send the body without the encoding ${encoding}` });
  });
}
