import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** How a file may be sent, best first. */
const encodings = ['br', 'gzip'] as const;
type Encoding = (typeof encodings)[number] | 'identity';

interface File {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** More than a build has; a name that is not in the build is never kept. */
const mostKept = 1_000;

/**
 * The pages' scripts and styles, whose names change with their content: asked of the web process once and kept. The build
 * leaves each compressed by Brotli at its best beside it, an eighth smaller than what is compressed on the way. For who takes
 * gzip alone, as behind some proxies, each is compressed here, once.
 */
export function registerImmutableFiles(fastify: FastifyInstance, webUrl: string): void {
  const kept = new Map<string, File>();

  async function fileAt(path: string, encoding: Encoding): Promise<File | number> {
    const name = `${encoding} ${path}`;
    const known = kept.get(name);
    if (known) return known;
    const address = encoding === 'br' ? `${path}.br` : path;
    const response = await fetch(webUrl + address, { headers: { 'accept-encoding': 'identity' } });
    const sent = Buffer.from(await response.arrayBuffer());
    if (!response.ok) return response.status;
    const body = encoding === 'gzip' ? await compressed(sent) : sent;
    const file = { body, headers: headersOf(path, encoding) };
    if (kept.size < mostKept) kept.set(name, file);
    return file;
  }

  fastify.get('/_next/static/chunks/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0]!;
    const file = await fileAt(path, encodingFor(request)).catch(() => 503);
    return typeof file === 'number' ? reply.status(file).send() : reply.headers(file.headers).send(file.body);
  });
}

const compressed = promisify<Buffer, Buffer>((file, done) => gzip(file, { level: 9 }, done));

/** What is taken, unless it is named to say that it is not. */
function encodingFor({ headers }: FastifyRequest): Encoding {
  const refused = /;\s*q=0(?:[.]0*)?\s*$/;
  const taken = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((each) => !refused.test(each))
    .map((each) => each.split(';', 1)[0]!.trim());
  return encodings.find((encoding) => taken.includes(encoding)) ?? 'identity';
}

function headersOf(path: string, encoding: Encoding): Record<string, string> {
  return {
    'content-type': path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
}
