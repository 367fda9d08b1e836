import type { LoggerService } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { pino, stdSerializers, type Logger } from 'pino';

/**
 * The log. Of a request only method, route and status are written: addresses may hold a VIN or a search, headers a token
 * and bodies a password.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: { process: 'api' },
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        route: request.routeOptions?.url ?? 'unknown',
      }),
      err: describeError,
    },
  });
}

/** Postgres quotes the values of a row in `detail` and `where`: those stay out. */
function describeError(error: Error): Record<string, unknown> {
  const { type, message, stack } = stdSerializers.err(error);
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type, message, stack, code, constraint };
}

/** Nest's own lines go to the same log; its talk at start only when asked for. */
export function nestLog(log: Logger): LoggerService {
  const write = (level: 'info' | 'error' | 'warn' | 'debug') => (message: unknown) => {
    if (message instanceof Error) log[level]({ err: message });
    else log[level](String(message));
  };
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
