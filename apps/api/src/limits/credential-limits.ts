import type { Limit } from './limiter.js';

const tenMinutes = 10 * 60;
const hour = 60 * 60;

/** How often secrets may be guessed. What succeeds is not counted. */
export const credentialLimits = {
  /** Wrong passwords for one account from one address. */
  accountFromAddress: { name: 'account-address', times: 10, seconds: tenMinutes },
  /** Wrong passwords for one account in a browser that it is known to. */
  accountOnDevice: { name: 'account-device', times: 10, seconds: tenMinutes },
  /**
   * Wrong passwords for one account in all browsers that it is known to: each sign-in makes another one. Beyond, they count as
   * from elsewhere.
   */
  accountOnDevices: { name: 'account-devices', times: 50, seconds: hour },
  /** Wrong passwords of somebody who is signed in, in one session. */
  session: { name: 'session', times: 10, seconds: tenMinutes },
  /** The same for one account in all of its sessions: only makes them slower. */
  accountInSessions: { name: 'account-sessions', times: 30, seconds: hour },
  /**
   * Wrong passwords for one account from everywhere that it is not known at. Beyond, nobody is refused: the account counts as
   * attacked, and each network gets fewer tries at it.
   */
  accountFromElsewhere: { name: 'account', times: 30, seconds: hour },
  /** Wrong passwords for an account that is attacked, from one network. */
  attackedFromNetwork: { name: 'account-network', times: 3, seconds: hour },
  /** Wrong secrets of any kind from one address. */
  address: { name: 'address', times: 100, seconds: tenMinutes },
  /** Messages to one account that one address asks for, whether or not there is such an account. */
  mailFromAddress: { name: 'asked-address', times: 10, seconds: tenMinutes },
  /** New accounts from one address: each costs the hash of a password. */
  signUp: { name: 'sign-up', times: 120, seconds: 60 },
} as const satisfies Record<string, Limit>;

const freeGuesses = 10;
const longestPauseMs = 3_000;

/** An account that is being guessed at from many places is answered more slowly, the more so the longer it goes on. */
export function slowDownMs(guesses: number): number {
  return guesses <= freeGuesses ? 0 : Math.min(longestPauseMs, 100 * 2 ** (guesses - freeGuesses - 1));
}
