import type { IdentityProvider } from '@odolog/auth';
import { Problem, type ProblemCode } from '@odolog/problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from '../http/problem.filter.js';
import { problemOf } from '../http/problem-of.js';

const bodyLimitBytes = 64 * 1024;
const guessesPerMinute = 30;

/** Mounts the identity provider. Its errors are told like all others, with its own code as `reason`. */
export async function registerIdentity(
  fastify: FastifyInstance,
  identity: IdentityProvider,
  publicUrl: string,
): Promise<void> {
  await fastify.register(async (scope) => {
    scope.setErrorHandler(answerProblem);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const limitGuesses = scope.createRateLimit({
      max: guessesPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request) => `guess:${request.ip}:${accountOf(request)}`,
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      bodyLimit: bodyLimitBytes,
      handler: async (request, reply) => {
        refuseForms(request);
        if (request.url.startsWith('/api/auth/sign-in/'))
          await refuseManyGuesses(await limitGuesses(request), reply);
        return answer(await identity.handle(toRequest(request, publicUrl)), reply);
      },
    });
  });
}

/**
 * A form on another site can send a person's cookies along without asking, but no JSON. Other identity providers come back
 * with a form, and are known by its `state`.
 */
function refuseForms({ url, headers, body }: FastifyRequest): void {
  if (!body || url.startsWith('/api/auth/callback/') || url.startsWith('/api/auth/oauth2/callback/')) return;
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    throw new Problem('unsupported-media-type');
}

type Limit = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

async function refuseManyGuesses(limit: Limit, reply: FastifyReply): Promise<void> {
  if (limit.isAllowed || !limit.isExceeded) return;
  void reply.header('retry-after', limit.ttlInSeconds);
  throw new Problem('rate-limited', { retryAfterSeconds: limit.ttlInSeconds });
}

/** Guesses at one account from one address are counted together, whatever the spelling of the address. */
function accountOf({ body }: FastifyRequest): string {
  try {
    const { email } = JSON.parse(String(body)) as { email?: unknown };
    return String(email).trim().toLowerCase().slice(0, 254);
  } catch {
    return '';
  }
}

function toRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
  }
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    ...(request.method === 'POST' && { body: String(request.body ?? '') }),
  });
}

async function answer(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  // Several cookies must stay several headers.
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  const location = response.headers.get('location');
  if (location !== null) void reply.header('location', location);
  const text = await response.text();
  if (response.status >= 400) throw refusal(response.status, text);
  return reply
    .status(response.status)
    .header('content-type', response.headers.get('content-type') ?? 'application/json')
    .send(text);
}

/** What the identity provider means by a status that elsewhere needs a code of its own. */
const ownCodes: Readonly<Record<number, ProblemCode>> = { 409: 'conflict', 422: 'validation-failed' };

function refusal(status: number, text: string): Error {
  const code = ownCodes[status] ?? problemOf({ statusCode: status })?.code;
  if (!code) return new Error(`The identity provider answered ${status}`);
  return new Problem(code, reasonOf(text));
}

function reasonOf(text: string): { reason?: string; detail?: string } {
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return { ...(code && { reason: code }), ...(message && { detail: message }) };
  } catch {
    return {};
  }
}
