import { withoutPrivate } from '@odolog/redaction';
import { config } from './config';

/** What the pages' own process says, errors of Next among it, leaves without what is private, whoever reads it. */
export function register(): void {
  if (!config.isServer) return;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: unknown[]) => write(cleared(chunk), ...rest);
  }
}

function cleared(chunk: unknown): unknown {
  return withoutPrivate(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
}
