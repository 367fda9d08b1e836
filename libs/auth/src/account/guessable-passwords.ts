import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import { dictionary } from '@zxcvbn-ts/language-common';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import type { HookContext } from './whose-code.js';

/** Where a password is chosen, and the field that it comes in. */
const chosenAt: Readonly<Record<string, string>> = {
  '/sign-up/email': 'password',
  '/reset-password': 'newPassword',
  '/change-password': 'newPassword',
};

/** What is known of a person to everybody. */
interface Known {
  readonly email: string;
  readonly name: string;
}

/** Those that are tried first: from leaks, most frequent of all. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Whether a password is among the first that anybody would try, in whatever case: a frequent one, or the person's name or address. */
export function isGuessable(password: string, known: Known | undefined): boolean {
  const tried = plain(password);
  if (common.has(tried)) return true;
  if (!known) return false;
  const [local = '', host = ''] = known.email.split('@');
  return [known.email, local, host, known.name].map(plain).includes(tried);
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '');

/** Refuses passwords that can be guessed wherever one is chosen; one that somebody has stays good. */
export const refuseGuessable = {
  id: 'odolog-guessable-passwords',
  hooks: {
    before: [
      {
        matcher: ({ path }) => path !== undefined && path in chosenAt,
        handler: createAuthMiddleware(async (context) => {
          const field = chosenAt[context.path ?? ''] ?? '';
          const chosen = (context.body as Record<string, unknown>)[field];
          if (typeof chosen !== 'string' || !isGuessable(chosen, await whoChooses(context))) return;
          throw new APIError('UNPROCESSABLE_ENTITY', {
            code: 'PASSWORD_TOO_COMMON',
            message: 'Must not be what anybody would try first',
            pointer: `/${field}`,
          });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;

async function whoChooses(context: HookContext): Promise<Known | undefined> {
  const body = context.body as { email?: unknown; name?: unknown; token?: unknown };
  if (context.path === '/sign-up/email') return { email: String(body.email), name: String(body.name) };
  if (context.path === '/change-password') return (await getSessionFromCtx(context))?.user;
  const { internalAdapter } = context.context;
  const link = await internalAdapter.findVerificationValue(`reset-password:${String(body.token)}`);
  return link ? ((await internalAdapter.findUserById(link.value)) ?? undefined) : undefined;
}
