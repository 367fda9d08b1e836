import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface File {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** More than a build has; a name that is not in the build is never kept. */
const mostKept = 1_000;

/**
 * The pages' scripts and styles, whose names change with their content: asked of the web process once and kept. The build
 * leaves each compressed by Brotli at its best beside it, an eighth smaller than what is compressed on the way.
 */
export function registerImmutableFiles(fastify: FastifyInstance, webUrl: string): void {
  const kept = new Map<string, File>();

  async function fileAt(path: string, brotli: boolean): Promise<File | number> {
    const address = brotli ? `${path}.br` : path;
    const known = kept.get(address);
    if (known) return known;
    const response = await fetch(webUrl + address, { headers: { 'accept-encoding': 'identity' } });
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok) return response.status;
    const file = { body, headers: headersOf(path, brotli) };
    if (kept.size < mostKept) kept.set(address, file);
    return file;
  }

  fastify.get('/_next/static/chunks/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0]!;
    const brotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const file = await fileAt(path, brotli).catch(() => 503);
    return typeof file === 'number' ? reply.status(file).send() : reply.headers(file.headers).send(file.body);
  });
}

function headersOf(path: string, brotli: boolean): Record<string, string> {
  return {
    'content-type': path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' }),
  };
}
