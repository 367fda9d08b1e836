import { createAuthMiddleware } from '@better-auth/core/api';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import { admission } from './admission.js';
import { whoseCode } from './whose-code.js';

const kinds = { '/two-factor/verify-totp': 'app', '/two-factor/verify-backup-code': 'backup' } as const;

function kindAt(path: string | undefined): 'app' | 'backup' | undefined {
  return kinds[path as keyof typeof kinds];
}

/**
 * Has codes admitted before they are verified. better-auth's own lock is one of the account: whoever knows the password would
 * lock its owner out by ten wrong codes, backup codes among them.
 */
export const admitCodes = {
  id: 'odolog-admit-codes',
  hooks: {
    before: [
      {
        matcher: ({ path }) => kindAt(path) !== undefined,
        handler: createAuthMiddleware(async (context) => {
          const userId = await whoseCode(context);
          const user = userId && (await context.context.internalAdapter.findUserById(userId));
          const kind = kindAt(context.path);
          const isSignIn = (await getSessionFromCtx(context)) === null;
          if (user && kind) await admission.getStore()?.code(kind, user.email, isSignIn);
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
