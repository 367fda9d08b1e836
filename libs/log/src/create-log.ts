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
  return pino(options, destination ?? pino.destination(unhurried));
}

/**
 * To standard output many lines at a time, a tenth of a second late at most, and at the end of the process what is left: whoever
 * writes each by itself stands still meanwhile, and wakes whoever keeps it. That was a fourteenth of the api's work.
 */
const unhurried = { sync: false, minLength: 8_192, periodicFlush: 100 };

function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type, message, stack, code, constraint };
}
