import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Pool } from 'pg';
import { type HookContext, whoseCode } from './whose-code.js';

const isVerification = ({ path }: { path?: string }) => path === '/two-factor/verify-totp';

/**
 * A code of an authenticator app is taken once (RFC 6238, 5.2). It is claimed before it is verified, so that of two who come
 * with the same one at the same moment one is refused, and given back when it was wrong.
 */
export function singleUseCodes(pool: Pool): BetterAuthPlugin {
  return {
    id: 'odolog-single-use-codes',
    hooks: {
      before: [
        {
          matcher: isVerification,
          handler: createAuthMiddleware(async (context) => {
            const userId = await whoseCode(context);
            if (userId === undefined) return;
            if (!(await claim(pool, userId, codeIn(context))))
              throw new APIError('UNAUTHORIZED', { code: 'CODE_USED' });
          }),
        },
      ],
      after: [
        {
          matcher: isVerification,
          handler: createAuthMiddleware(async (context) => {
            const { returned } = context.context;
            if (!isAPIError(returned) || returned.body?.code !== 'INVALID_CODE') return;
            const userId = await whoseCode(context);
            if (userId !== undefined) await giveBack(pool, userId, codeIn(context));
          }),
        },
      ],
    },
  };
}

/** Longer than any code holds. */
const keptFor = '5 minutes';

async function claim(pool: Pool, userId: string, code: string): Promise<boolean> {
  await pool.query(`DELETE FROM auth."usedCode" WHERE "userId" = $1 AND "usedAt" < now() - $2::interval`, [
    userId,
    keptFor,
  ]);
  const { rowCount } = await pool.query(
    `INSERT INTO auth."usedCode" ("userId", "code") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [userId, code],
  );
  return rowCount === 1;
}

async function giveBack(pool: Pool, userId: string, code: string): Promise<void> {
  await pool.query(`DELETE FROM auth."usedCode" WHERE "userId" = $1 AND "code" = $2`, [userId, code]);
}

function codeIn({ body }: HookContext): string {
  return String((body as { code?: unknown } | undefined)?.code).slice(0, 20);
}
