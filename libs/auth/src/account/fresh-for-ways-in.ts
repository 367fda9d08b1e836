import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import { Problem } from '@odolog/problems';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import type { Pool } from 'pg';
import { hasWayIn } from '../ways-in.js';

const deletion = '/passkey/delete-passkey';

/**
 * Another way in stays when the device is given back: like a passkey, a provider elsewhere is linked only by whoever has signed
 * in not long ago. So is a passkey taken away, and the last way in by nobody.
 *
 * @param offered ids of the providers at which one can sign in now
 */
export function freshForWaysIn(pool: Pool, offered: readonly string[]) {
  return {
    id: 'odolog-fresh-for-ways-in',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/link-social' || path === deletion,
          handler: createAuthMiddleware(async (context) => {
            const session = await getSessionFromCtx(context);
            if (!session) throw new APIError('UNAUTHORIZED');
            const ageMs = Date.now() - new Date(session.session.createdAt).getTime();
            if (ageMs >= context.context.sessionConfig.freshAge * 1000)
              throw new APIError('FORBIDDEN', { code: 'SESSION_NOT_FRESH' });
            if (context.path !== deletion) return;
            const { id: withoutPasskey } = context.body as { id: string };
            if (!(await hasWayIn(pool, { userId: session.user.id, offered, withoutPasskey })))
              throw new Problem('last-way-in');
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
