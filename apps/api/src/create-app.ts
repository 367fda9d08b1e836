import 'reflect-metadata';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { AppModule } from './app.module.js';
import { closeIdleConnections } from './http/close-idle-connections.js';
import { serveDocs } from './http/docs.js';
import { registerImmutableFiles } from './http/immutable-files.js';
import { nestLog } from './http/log.js';
import { registerMetrics } from './http/metrics.js';
import { answerProblem, ProblemFilter } from './http/problem.filter.js';
import { uploadLimits } from './http/read-upload.js';
import { refuseEncodedBodies } from './http/refuse-encoded-bodies.js';
import { refuseTornText } from './http/refuse-torn-text.js';
import { logRequests } from './http/request-log.js';
import { sendSecurityHeaders } from './http/security-headers.js';
import { traceIdOf } from './http/trace-id.js';
import { registerUnknownRoutes } from './http/unknown-routes.js';
import { warnOfUntrustedProxy } from './http/warn-of-proxy.js';
import { registerWebProxy } from './http/web-proxy.js';
import { registerIdentity } from './identity/identity-routes.js';
import type { Resources } from './resources.js';

const bodyLimitBytes = 4 * 1024 * 1024;

/** The whole application, not yet listening: `listen()` it, or `inject()` requests in a test. */
export async function createApp(resources: Resources): Promise<NestFastifyApplication> {
  const { config, log } = resources;
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    bodyLimit: bodyLimitBytes,
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    genReqId: traceIdOf,
    requestIdHeader: false,
    logController: new LogController({ requestIdLogLabel: 'traceId', disableRequestLogging: true }),
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      answerProblem(error, request as FastifyRequest, reply as FastifyReply),
    skipMiddie: true,
    multipart: false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return;
    reply.headers({ 'odolog-trace-id': request.id, 'cache-control': 'no-store' });
  });
  sendSecurityHeaders(fastify, config.publicUrl);
  closeIdleConnections(fastify);
  refuseEncodedBodies(fastify);
  logRequests(fastify);
  warnOfUntrustedProxy(fastify, config.trustedProxies);
  registerMetrics(fastify);
  await fastify.register(multipart, { limits: uploadLimits });
  await registerIdentity(fastify, resources);
  registerUnknownRoutes(fastify);
  if (config.webUrl) {
    registerImmutableFiles(fastify, config.webUrl);
    await registerWebProxy(fastify, config.webUrl);
  }
  // Last: the proxy has a parser of its own, which takes the place of Fastify's only.
  refuseTornText(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(resources), adapter, {
    bodyParser: false,
    logger: nestLog(log),
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter());
  serveDocs(app, config.publicUrl);
  await app.init();
  await fastify.ready();
  return app;
}
