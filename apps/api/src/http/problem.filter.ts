import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem } from '@odolog/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drain, isUnderWay } from './drain.js';
import { problemOf } from './problem-of.js';

/** Answers every error as RFC 9457. What no code names becomes `internal`: logged in full, told without a detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** The same outside of Nest's routes: for handlers that hang on Fastify itself. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = problemOf(error);
  if (!known || known.status >= 500) request.log.error({ err: error }, 'failed');
  const problem = known ?? new Problem('internal');
  if (!isUnderWay(request.raw)) return send(problem, request, reply);
  void reply.removeHeader('connection');
  void drain(request.raw).then(() => send(problem, request, reply));
}

function send({ code, status, title, extras }: Problem, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  const { retryAfterSeconds = code === 'unavailable' ? 1 : undefined } = extras as {
    retryAfterSeconds?: number;
  };
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  const about = { type: `urn:odolog:problem:${code}`, title, status, code };
  const where = { instance: request.url.split('?', 1)[0], traceId: request.id };
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...about, ...extras, ...where }));
}
