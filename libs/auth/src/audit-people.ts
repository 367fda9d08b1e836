import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import type { AuditAction } from './audit.js';

type Means = 'password' | 'second-factor' | 'passkey' | 'provider' | 'link';

/** Where a session begins, and by what means. */
const signsIn: readonly (readonly [string, Means])[] = [
  ['/sign-in/email', 'password'],
  ['/two-factor/verify-', 'second-factor'],
  ['/passkey/verify-authentication', 'passkey'],
  ['/callback/', 'provider'],
  ['/verify-email', 'link'],
];

/** What people do to their own account once they are signed in. */
const whileSignedIn: Readonly<Record<string, AuditAction>> = {
  '/change-password': 'person.password-changed',
  '/two-factor/disable': 'person.two-factor-disabled',
  '/two-factor/generate-backup-codes': 'person.backup-codes-replaced',
  '/passkey/verify-registration': 'person.passkey-added',
  '/passkey/delete-passkey': 'person.passkey-removed',
};

interface Done {
  readonly userId: string;
  readonly action: AuditAction;
  readonly detail?: Readonly<Record<string, string>>;
}

const kept = new AsyncLocalStorage<Done[]>();

/**
 * Keeps what a person does in the meantime until it is done: it then stands in the trails of the tenants that they belong to by
 * the end, such as one that they have come into on the way.
 */
export async function auditedAtTheEnd<Result>(pool: Pool, work: () => Promise<Result>): Promise<Result> {
  const all: Done[] = [];
  try {
    return await kept.run(all, work);
  } finally {
    for (const done of all) await recordOfPerson(pool, done);
  }
}

async function recordOfPerson(pool: Pool, { userId, action, detail = {} }: Done): Promise<void> {
  const values = [userId, action, JSON.stringify(detail)];
  await pool.query('SELECT app.record_audit_of_person($1, $2, $3)', values);
}

/**
 * Keeps sign-ins, and what people do to their accounts, in the audit trails of their tenants. Must come after every other
 * plugin: one that asks for a second factor takes the session back that the password gave.
 */
export function auditPeople(pool: Pool): BetterAuthPlugin {
  const record = async (done: Done) => {
    const later = kept.getStore();
    if (later) later.push(done);
    else await recordOfPerson(pool, done);
  };
  return {
    id: 'odolog-audit',
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            delete: {
              after: async ({ userId }, context) => {
                if (context?.path === '/sign-out') await record({ userId, action: 'person.signed-out' });
              },
            },
          },
          user: {
            create: {
              after: async ({ id }, context) => {
                if (context?.path?.startsWith('/callback/'))
                  await record({ userId: id, action: 'person.signed-up' });
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async ({ path, context }) => {
            if (isRefusal(context.returned)) return;
            const { session, newSession } = context;
            // A session that goes on is given to the browser again, as when its address has changed.
            const begun = newSession?.session.id === session?.session.id ? undefined : newSession?.user.id;
            const done = doneAt(path, session?.user.id, begun);
            if (done) await record(done);
          }),
        },
      ],
    },
  };
}

/** A provider elsewhere is come back from by a redirect, which is thrown. One that leads to an error begins no session. */
function isRefusal(returned: unknown): boolean {
  return isAPIError(returned) && returned.statusCode !== 302;
}

/** @param begun the person whose session has begun with this request */
function doneAt(path: string, signedIn: string | undefined, begun: string | undefined): Done | undefined {
  if (path === '/sign-up/email' && begun) return { userId: begun, action: 'person.signed-up' };
  // A code that is entered while signed in turns the second factor on.
  if (path.startsWith('/two-factor/verify-') && signedIn)
    return { userId: signedIn, action: 'person.two-factor-enabled' };
  const action = whileSignedIn[path];
  if (action && signedIn) return { userId: signedIn, action };
  const by = signsIn.find(([start]) => path.startsWith(start))?.[1];
  return begun && by ? { userId: begun, action: 'person.signed-in', detail: { by } } : undefined;
}
