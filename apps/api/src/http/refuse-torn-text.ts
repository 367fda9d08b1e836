import { isUtf8 } from 'node:buffer';
import { Problem } from '@odolog/problems';
import type { FastifyInstance } from 'fastify';

/**
 * JSON is UTF-8. Fastify reads another encoding as U+FFFD in place of each letter that it does not know: an event would keep
 * for good what nobody wrote.
 */
export function refuseTornText(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    try {
      void parse(request, textOf(body), done);
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

/** @throws Problem `malformed-request` */
export function textOf(body: Buffer): string {
  if (isUtf8(body)) return body.toString();
  throw new Problem('malformed-request', { detail: 'The body is not UTF-8' });
}
