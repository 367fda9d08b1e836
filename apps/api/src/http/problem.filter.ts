import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem } from '@odolog/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
  if (!known) request.log.error({ err: error }, 'unexpected error');
  const { code, status, title, extras } = known ?? new Problem('internal');
  if (reply.sent) return;
  if (code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:odolog:problem:${code}`,
        title,
        status,
        code,
        ...extras,
        instance: request.url.split('?', 1)[0],
        traceId: request.id,
      }),
    );
}
