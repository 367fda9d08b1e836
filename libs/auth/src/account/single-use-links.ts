import { createAuthMiddleware } from '@better-auth/core/api';
import { getCurrentAuthContext } from '@better-auth/core/context';
import { APIError } from '@better-auth/core/error';
import type { BetterAuthPlugin } from 'better-auth';
import { getSessionFromCtx } from 'better-auth/api';
import { decodeJwt } from 'jose';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { AccountConfig } from './account-config.js';
import { localeOfRequest } from './locale-of-request.js';
import { accountMail } from './messages.js';
import { forgetLinks, recordAddressChange } from './opened-link.js';
import type { PostBox } from './post-box.js';
import { isProvenHere } from './proven-passwords.js';
import { reclaimAccount } from './reclaim-account.js';
import type { HookContext } from './whose-code.js';

/** How long a link that confirms an address works. */
export const confirmWithinSeconds = 24 * 60 * 60;

const path = '/verify-email';
const identifierOf = (code: string): string => `verify-email:${code}`;

/**
 * Keeps one of better-auth's own tokens and gives a code for it, to be sent in a link. The tokens say the address aloud and
 * work until they expire; the code says nothing, works once, and only its hash is kept.
 */
export async function codeFor(token: string): Promise<string> {
  const { context } = await getCurrentAuthContext();
  const code = randomBytes(24).toString('base64url');
  await context.internalAdapter.createVerificationValue({
    identifier: identifierOf(code),
    value: token,
    expiresAt: new Date(Date.now() + confirmWithinSeconds * 1_000),
  });
  return code;
}

type LinkConfig = Pick<AccountConfig, 'publicUrl' | 'onSessionEnded'> & {
  readonly post: PostBox;
};

/**
 * Takes codes where better-auth expects its tokens, each once. An address is confirmed by the person who gave it, signed in or,
 * where nobody is before the address is confirmed, in a browser in which they have said the password: whoever else gets the
 * message, by a slip or because somebody signed up in their name, neither comes in by it nor vouches for a stranger's account.
 * Confirming it by the password alone takes all other ways in.
 */
export function singleUseLinks(pool: Pool, config: LinkConfig) {
  const { publicUrl, post } = config;
  return {
    id: 'single-use-links',
    hooks: {
      before: [
        {
          matcher: (context) => context.path === path,
          handler: createAuthMiddleware(async (context) => {
            const identifier = identifierOf(String(context.query?.['token'] ?? ''));
            const { internalAdapter } = context.context;
            const kept = await internalAdapter.findVerificationValue(identifier);
            const isSignedIn =
              kept !== null && (await getSessionFromCtx(context))?.user.email === addressIn(kept.value);
            if (kept && !isSignedIn && !(await mayConfirm(context, kept.value)))
              throw new APIError('UNAUTHORIZED', { code: 'SIGN_IN_TO_CONFIRM' });
            const taken = kept && (await internalAdapter.consumeVerificationValue(identifier));
            if (!taken) throw new APIError('BAD_REQUEST', { code: 'INVALID_TOKEN' });
            const user = isSignedIn
              ? undefined
              : await internalAdapter.findUserByEmail(addressIn(taken.value));
            if (user)
              for (const id of await reclaimAccount(pool, user.user.id)) await config.onSessionEnded(id);
            return { context: { query: { token: taken.value } } };
          }),
        },
      ],
      after: [
        {
          matcher: (context) => context.path === path,
          handler: createAuthMiddleware(async (context) => {
            const change = changeOf(String(context.query?.['token'] ?? ''));
            if (!change || context.context.returned instanceof Error) return;
            const kind = 'addressChanged';
            const told = accountMail(kind, { locale: await localeOfRequest(), link: publicUrl });
            await post.leave(kind, { to: change.from, ...told });
            await recordAddressChange(pool, change.to);
            const changed = await context.context.internalAdapter.findUserByEmail(change.to);
            // links to a new password that the old mailbox holds
            if (changed) await forgetLinks(pool, changed.user.id);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** By the password alone; an address is changed by who is signed in. */
async function mayConfirm(context: HookContext, token: string): Promise<boolean> {
  return changeOf(token) === undefined && isProvenHere(context, addressIn(token));
}

interface Change {
  readonly from: string;
  readonly to: string;
}

/** Which address a token replaces by which; undefined for one that only confirms. */
function changeOf(token: string): Change | undefined {
  const { email, updateTo } = decodeJwt(token) as { email?: string; updateTo?: string };
  return email && updateTo ? { from: email, to: updateTo } : undefined;
}

/** The address that the account has which a token is about. */
function addressIn(token: string): string {
  return String(decodeJwt(token)['email']);
}
