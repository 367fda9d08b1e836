import type { IncomingMessage } from 'node:http';

const longestMs = 10_000;
const mostBytes = 256 * 1024 * 1024;

/** Whether a body is still coming in, or lies there unread. */
export function isUnderWay({ headers, readableEnded, destroyed }: IncomingMessage): boolean {
  const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && !readableEnded && !destroyed;
}

/**
 * Lets the rest of a refused body run out, unread and unkept, and resolves when it has. Most clients send to the end before
 * they listen: to one that is cut off, the refusal looks like a broken network. There is an end to the patience.
 */
export async function drain(request: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) resolve();
  });
  request.once('end', resolve).once('close', resolve);
  const patience = setTimeout(resolve, longestMs);
  await promise;
  clearTimeout(patience);
}
