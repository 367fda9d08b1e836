import type { LoggerService } from '@nestjs/common';
import { createLog, type Log, type LogOptions } from '@odolog/log';
import type { FastifyRequest } from 'fastify';

/**
 * The log. Of a request only method, route and status are written: addresses may hold a VIN or a search, headers a token
 * and bodies a password.
 */
export function createApiLog(options: Pick<LogOptions, 'level' | 'destination'>): Log {
  return createLog({ ...options, process: 'api', serializers: { req: describeRequest } });
}

function describeRequest({ method, routeOptions }: FastifyRequest): Record<string, unknown> {
  return { method, route: routeOptions?.url ?? 'unknown' };
}

/** Nest's own lines go to the same log; its talk at start only when asked for. */
export function nestLog(log: Log): LoggerService {
  const write = (level: 'info' | 'error' | 'warn' | 'debug') => (message: unknown) => {
    if (message instanceof Error) log[level]({ err: message });
    else log[level](String(message));
  };
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
