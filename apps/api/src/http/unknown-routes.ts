import { Problem } from '@odolog/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { routes } from '../routes.js';
import { publicPath } from './openapi.js';
import { answerProblem } from './problem.filter.js';

interface KnownPath {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

/** Whatever else is asked for under /api: 405 where the address exists with another method, 404 elsewhere. */
export function registerUnknownRoutes(fastify: FastifyInstance): void {
  const known = knownPaths();
  for (const url of ['/api', '/api/*']) {
    fastify.all(url, (request, reply) => {
      const allowed = known.find(({ pattern }) => pattern.test(pathOf(request)))?.methods;
      if (allowed) void reply.header('allow', allowed.join(', '));
      answerProblem(new Problem(allowed ? 'method-not-allowed' : 'not-found'), request, reply);
    });
  }
}

function knownPaths(): KnownPath[] {
  return [...Map.groupBy(routes, publicPath)].map(([path, of]) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/:]+')}/?$`),
    methods: of.map(({ method }) => method),
  }));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
