import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';
import { withoutPrivate } from '@odolog/redaction';

export type Log = Logger;

export interface LogOptions {
  /** Which process speaks. */
  readonly process: string;
  readonly level: string;
  /** How things other than errors are described. */
  readonly serializers?: Readonly<Record<string, (value: never) => unknown>>;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/**
 * A log as lines of JSON. Of an error, Postgres quotes the values of a row in `detail` and `where`: those stay out. Its
 * message may quote what people sent: whatever line it is, what is private is taken out as it is written.
 */
export function createLog({ process, level, serializers, destination }: LogOptions): Log {
  const options = {
    level,
    base: { process },
    serializers: { ...serializers, err: describeError },
    hooks: { streamWrite: withoutPrivate },
  };
  return pino(options, destination ?? standardOutput());
}

let shared: DestinationStream | undefined;

/**
 * Takes many lines at a time, a tenth of a second late at most, and what is left at the end of the process: whoever writes each by
 * itself wakes whoever keeps it, and stands still meanwhile. That was a fourteenth of the api's work.
 *
 * It writes synchronously all the same: at the end of a process whose reader is gone, the other way tries for ever.
 */
function standardOutput(): DestinationStream {
  if (shared) return shared;
  const output = pino.destination({ sync: true, minLength: 8_192, periodicFlush: 100 });
  process.once('exit', () => output.flush());
  return (shared = output);
}

function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type, message, stack, code, constraint };
}
