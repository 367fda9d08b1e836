import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';

const paths = ['/change-email', '/delete-user'];

/**
 * What cannot be taken back asks for the password again, whoever sits at the device. People without one, who come from an
 * identity provider elsewhere, are held to a session that is new by better-auth itself.
 */
export const confirmByPassword = {
  id: 'confirm-by-password',
  hooks: {
    before: [
      {
        matcher: (context) => paths.includes(context.path ?? ''),
        handler: createAuthMiddleware(async (context) => {
          const session = await getSessionFromCtx(context);
          if (!session) throw new APIError('UNAUTHORIZED');
          const { internalAdapter, password } = context.context;
          const account = await internalAdapter.findCredentialAccount(session.user.id);
          if (!account?.password) return;
          const said = (context.body as { password?: unknown } | undefined)?.password;
          const holds =
            typeof said === 'string' && (await password.verify({ hash: account.password, password: said }));
          if (!holds)
            throw new APIError('BAD_REQUEST', { code: 'INVALID_PASSWORD', message: 'Invalid password' });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
