import type { BetterAuthOptions } from 'better-auth';
import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import type { Pool } from 'pg';
import type { AccountConfig } from './account-config.js';
import { localeOfRequest } from './locale-of-request.js';
import { accountMail } from './messages.js';
import { forgetLinks, recordPasswordReset } from './opened-link.js';
import type { PostBox } from './post-box.js';
import { reclaimAccount } from './reclaim-account.js';
import { removePerson } from './remove-person.js';
import { codeFor, confirmWithinSeconds } from './single-use-links.js';

const resetWithinSeconds = 60 * 60;

/** How an account is confirmed, recovered, changed and left; what is sent on the way. */
export function accountOptions(config: AccountConfig, pool: Pool, post: PostBox) {
  const { publicUrl, requireVerifiedEmail, termsVersion, onPersonRemoved, onSessionEnded } = config;
  const tell = async (to: string, kind: Parameters<typeof accountMail>[0], at: string) =>
    post.leave(kind, {
      to,
      ...accountMail(kind, { locale: await localeOfRequest(), link: `${publicUrl}${at}` }),
    });
  return {
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      ...(config.passwordHash && { password: config.passwordHash }),
      requireEmailVerification: requireVerifiedEmail,
      resetPasswordTokenExpiresIn: resetWithinSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => tell(user.email, 'reset', `/reset-password?token=${token}`),
      onPasswordReset: async ({ user }) => {
        await recordPasswordReset(pool, user.id);
        await forgetLinks(pool, user.id);
        for (const id of await reclaimAccount(pool, user.id)) await onSessionEnded(id);
        await tell(user.email, 'passwordChanged', '/forgot-password');
      },
      onExistingUserSignUp: ({ user }) => tell(user.email, 'alreadySignedUp', '/sign-in'),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: false,
      expiresIn: confirmWithinSeconds,
      sendVerificationEmail: async ({ user, token }) => {
        await tell(user.email, 'verify', `/verify-email?token=${await codeFor(token)}`);
      },
    },
    user: {
      additionalFields: {
        acceptedTerms: { type: 'string', required: false, input: true, returned: false },
      },
      changeEmail: { enabled: true },
      deleteUser: {
        enabled: true,
        beforeDelete: async ({ id }) => {
          await removePerson(pool, id);
          await onPersonRemoved(id);
        },
      },
    },
    // Of a link that is kept, only the hash: whoever reads the database cannot open an account by it.
    verification: { storeIdentifier: 'hashed' },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => refuseOtherTerms(path, body, termsVersion)),
      after: createAuthMiddleware(async ({ path, context }) => {
        if (path !== '/change-password' || context.returned instanceof Error || !context.session) return;
        const { id, email } = context.session.user;
        await forgetLinks(pool, id);
        await tell(email, 'passwordChanged', '/forgot-password');
      }),
    },
  } satisfies BetterAuthOptions;
}

/** Said once, at sign-up; what a person accepts later goes another way. */
function refuseOtherTerms(path: string, body: unknown, inForce: string): void {
  const { acceptedTerms } = (body ?? {}) as { acceptedTerms?: unknown };
  if (acceptedTerms === undefined || (path === '/sign-up/email' && acceptedTerms === inForce)) return;
  throw new APIError('CONFLICT', { code: 'OTHER_TERMS_IN_FORCE' });
}
