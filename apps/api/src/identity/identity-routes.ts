import { Problem, type ProblemCode } from '@odolog/problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem } from '../http/problem.filter.js';
import { problemOf } from '../http/problem-of.js';
import { textOf } from '../http/refuse-torn-text.js';
import { countCodes } from '../limits/code-limits.js';
import { admitAttempt } from '../limits/guard-credentials.js';
import { admitMail } from '../limits/mail-limits.js';
import { countPasswords } from '../limits/password-limits.js';
import { KnownDevices } from '../limits/known-device.js';
import { RequestLimits } from '../limits/request-limits.js';
import { sealedSession } from '../limits/sealed-session.js';
import type { Resources } from '../resources.js';
import { routes } from '../routes.js';
import { type Question, questionsBy } from './read-question.js';
import { recordRefusals } from './refused-sign-ins.js';

const bodyLimitBytes = 64 * 1024;
/** Of what the provider could answer besides nothing is served. */
const contracts = routes.filter(({ path }) => path.startsWith('/auth/'));

/** Mounts what is declared of the identity provider. Its errors are told like all others, with its own code as `reason`. */
export async function registerIdentity(
  fastify: FastifyInstance,
  resources: Pick<Resources, 'config' | 'identity' | 'limiter' | 'log'>,
): Promise<void> {
  const { config, identity, limiter } = resources;
  await fastify.register(async (scope) => {
    scope.setErrorHandler(answerProblem);
    const triedCode = recordRefusals(scope, resources);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
      textOf(body),
    );
    const limits = new RequestLimits(limiter, config.rateLimit);
    const devices = new KnownDevices(config.authSecret, config.publicUrl.startsWith('https:'));
    const answerTo =
      (read: (request: FastifyRequest) => Question): Answering =>
      async (request, reply) => {
        await limits.countQuestion(request, sealedSession(request.headers.cookie, config.authSecret));
        const question = read(request);
        const attempt = await admitAttempt({ limiter, devices }, request);
        const codes = countCodes({ limiter, devices }, request);
        const passwords = countPasswords(limiter);
        const response = await identity.handle(toRequest(request, question, config.publicUrl), {
          mail: admitMail(limiter, request),
          code: async (tried) => {
            if (tried.isSignIn) triedCode(request, tried.account);
            await codes.admit(tried);
          },
          password: passwords.admit,
        });
        const text = await response.text();
        if (request.method === 'GET' && response.status === 401) await limits.countRefusal(request);
        if (isProof(request, response))
          await Promise.all([attempt, codes, passwords].map((counted) => counted.succeeded()));
        const account = signedInAs(response, text);
        if (account && !devices.deviceOf(account, request.headers.cookie))
          response.headers.append('set-cookie', devices.cookieFor(account));
        return answer(response, text, reply);
      };
    mount(scope, answerTo);
  });
}

type Answering = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function mount(
  scope: FastifyInstance,
  answerTo: (read: (request: FastifyRequest) => Question) => Answering,
): void {
  const options = { bodyLimit: bodyLimitBytes, exposeHeadRoute: false };
  for (const contract of contracts) {
    const handler = answerTo(questionsBy(contract));
    scope.route({ ...options, method: contract.method, url: `/api${contract.path}`, handler });
  }
}

/**
 * A first factor alone proves nothing yet: another password could be tried behind every second one. Nor does it who asks for
 * messages, which is answered the same for everybody.
 */
function isProof({ url }: FastifyRequest, response: Response): boolean {
  if (/^\/api\/auth\/(request-password-reset|send-verification-email)\b/.test(url)) return false;
  return response.ok && (!url.startsWith('/api/auth/sign-in/email') || beginsSession(response));
}

function beginsSession(response: Response): boolean {
  return response.headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie));
}

/** The account of whoever has just proved who they are. */
function signedInAs(response: Response, text: string): string | undefined {
  if (!response.ok || !beginsSession(response)) return undefined;
  try {
    return (JSON.parse(text) as { user?: { email?: string } }).user?.email?.toLowerCase();
  } catch {
    return undefined;
  }
}

function toRequest(request: FastifyRequest, { address, body }: Question, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'content-length') headers.set(name, String(value));
  }
  return new Request(new URL(address, publicUrl), {
    method: request.method,
    headers,
    ...(request.method === 'POST' && { body }),
  });
}

async function answer(response: Response, text: string, reply: FastifyReply): Promise<FastifyReply> {
  // Several cookies must stay several headers.
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  const location = response.headers.get('location');
  if (location !== null) void reply.header('location', location);
  if (response.status >= 400) throw refusal(reply.request.url, response.status, text);
  return reply
    .status(response.status)
    .header('content-type', response.headers.get('content-type') ?? 'application/json')
    .send(text);
}

/** What the identity provider means by a status that elsewhere needs a code of its own. */
const ownCodes: Readonly<Record<number, ProblemCode>> = { 409: 'conflict', 422: 'validation-failed' };

function refusal(url: string, status: number, text: string): Error {
  const { reason, ...told } = toldBy(text);
  const isWrongPassword = reason === 'INVALID_PASSWORD';
  const code = isWrongPassword
    ? 'password-wrong'
    : (ownCodes[status] ?? problemOf({ statusCode: status })?.code);
  if (!code) return new Error(`The identity provider answered ${status}`);
  const { detail = '', pointer = fieldAtFault(url, reason) } = told;
  const fault = isWrongPassword ? code : reason.toLowerCase().replaceAll('_', '-');
  return new Problem(code, {
    ...(reason && { reason }),
    ...(detail && { detail }),
    ...(pointer && { errors: [{ pointer, code: fault, detail }] }),
  });
}

/** Where the provider's own code says nothing of the field at fault. */
function fieldAtFault(url: string, reason: string): string | undefined {
  if (reason === 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL') return '/email';
  if (reason !== 'INVALID_PASSWORD') return undefined;
  const [path = ''] = url.split('?');
  return path.endsWith('/change-password') ? '/currentPassword' : '/password';
}

interface Told {
  readonly reason: string;
  readonly detail?: string | undefined;
  readonly pointer?: string | undefined;
}

function toldBy(text: string): Told {
  try {
    const { code = '', message: detail, pointer } = JSON.parse(text) as Record<string, string | undefined>;
    return { reason: code, detail, pointer };
  } catch {
    return { reason: '' };
  }
}
