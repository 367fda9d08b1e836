import { pino, stdSerializers, type Logger } from 'pino';

/** The log. Postgres quotes the values of a row in `detail` and `where`: those stay out. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: { process: 'worker' },
    serializers: {
      err: (error: Error) => {
        const { type, message, stack } = stdSerializers.err(error);
        return { type, message, stack, code: (error as { code?: unknown }).code };
      },
    },
  });
}
