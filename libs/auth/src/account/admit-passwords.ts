import { createAuthMiddleware } from '@better-auth/core/api';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import { admission } from './admission.js';

/** Where somebody who is signed in says their password once more. */
const paths = [
  '/change-email',
  '/change-password',
  '/delete-user',
  '/two-factor/disable',
  '/two-factor/enable',
  '/two-factor/generate-backup-codes',
];

/** Has such passwords admitted before they are verified: a session that was stolen is no place to guess them. */
export const admitPasswords = {
  id: 'odolog-admit-passwords',
  hooks: {
    before: [
      {
        matcher: ({ path }) => paths.includes(path ?? ''),
        handler: createAuthMiddleware(async (context) => {
          const signedIn = await getSessionFromCtx(context);
          if (!signedIn) return;
          const { user, session } = signedIn;
          await admission.getStore()?.password({ account: user.email, sessionId: session.id });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
