import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace that the caller is in (W3C Trace Context), or a new one. Stands in the log, and in every problem. */
export function traceIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const header = request.headers.traceparent;
  const given = typeof header === 'string' ? traceparent.exec(header)?.[1] : undefined;
  return given ?? randomBytes(16).toString('hex');
}
