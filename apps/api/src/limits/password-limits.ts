import type { Admission } from '@odolog/auth';
import { setTimeout as pause } from 'node:timers/promises';
import { credentialLimits, slowDownMs } from './credential-limits.js';
import type { Limiter } from './limiter.js';

const { session, accountInSessions } = credentialLimits;

/** The passwords of somebody who is signed in that one request has brought. */
export interface CountedPasswords {
  readonly admit: Admission['password'];
  /** To be called when the password was right. */
  succeeded(): Promise<void>;
}

/**
 * Counts them for the session that they come with. What is guessed in a session that was stolen keeps its owner neither from
 * signing in elsewhere nor from saying their password in a session of their own.
 */
export function countPasswords(limiter: Limiter): CountedPasswords {
  const counted: Parameters<Limiter['giveBack']>[] = [];
  return {
    admit: async ({ account, sessionId }) => {
      await limiter.take(session, sessionId);
      const guesses = await limiter.count(accountInSessions, account.toLowerCase());
      counted.push([session, sessionId], [accountInSessions, account.toLowerCase()]);
      await pause(slowDownMs(guesses));
    },
    succeeded: async () => {
      await Promise.all(counted.map(([limit, subject]) => limiter.giveBack(limit, subject)));
    },
  };
}
