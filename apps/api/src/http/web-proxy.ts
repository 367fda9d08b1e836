import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

/** One origin: what is not the API's is made by the web process. */
export async function registerWebProxy(fastify: FastifyInstance, webUrl: string): Promise<void> {
  await fastify.register(httpProxy, {
    upstream: webUrl,
    disableRequestLogging: true,
    prefix: '/',
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        'x-forwarded-host': request.headers.host ?? '',
        'x-forwarded-proto': request.protocol,
      }),
      rewriteHeaders: withoutHop,
      onError: (reply) => answerWebDown(reply as unknown as FastifyReply),
    },
  });
}

/** What speaks of the connection between the two processes is not for the client's own. */
function withoutHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _connection, 'keep-alive': _keepAlive, ...rest } = headers;
  return rest;
}

function answerWebDown(reply: FastifyReply): void {
  void reply
    .status(503)
    .headers({ 'retry-after': '2', 'content-security-policy': policyOfPage })
    .type('text/html; charset=utf-8')
    .send(page);
}

const policyOfPage = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>Odolog is starting</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem; color-scheme: light dark }
</style>
<h1>Odolog is starting</h1>
<p>The pages are not ready yet. This one tries again every two seconds; nothing that you have recorded is lost.</p>
</html>
`;
