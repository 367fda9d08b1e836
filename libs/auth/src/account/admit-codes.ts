import { createAuthMiddleware } from '@better-auth/core/api';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { admission } from './admission.js';
import { type HookContext, whoseCode } from './whose-code.js';

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
          if (!user || !kind) return;
          const isSignIn = (await getSessionFromCtx(context)) === null;
          const hasBackupCode = await hasBackupCodeLeft(context, user.id);
          await admission.getStore()?.code({ kind, account: user.email, isSignIn, hasBackupCode });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;

async function hasBackupCodeLeft({ context }: HookContext, userId: string): Promise<boolean> {
  const { adapter, secretConfig: key } = context;
  const where = [{ field: 'userId', value: userId }];
  const factor = await adapter.findOne<{ backupCodes: string }>({ model: 'twoFactor', where });
  if (!factor) return false;
  const left: unknown = JSON.parse(await symmetricDecrypt({ key, data: factor.backupCodes }));
  return Array.isArray(left) && left.length > 0;
}
