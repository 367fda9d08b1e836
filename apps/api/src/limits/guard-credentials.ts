import type { FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, networkOf } from './address-of.js';
import { credentialLimits, slowDownMs } from './credential-limits.js';
import type { KnownDevices } from './known-device.js';
import type { Limit, Limiter } from './limiter.js';

/** One request to the identity provider that may be a guess. */
export interface Attempt {
  /** To be called when it was no guess: somebody proved who they are, or changed what is theirs. */
  succeeded(): Promise<void>;
}

type Count = readonly [limit: Limit, subject: string];

const asksForMail = /\/(request-password-reset|send-verification-email)$/;
const endsSession = /\/sign-out$/;

/**
 * Counts what may be a guess before it is answered, so that a thousand at once are counted too, and takes the count back
 * when it was none. Guesses from elsewhere never use up what a known device may try, nor what another network may.
 *
 * @throws Problem `rate-limited`
 */
export async function admitAttempt(
  { limiter, devices }: { readonly limiter: Limiter; readonly devices: KnownDevices },
  request: FastifyRequest,
): Promise<Attempt> {
  const path = request.url.split('?', 1)[0] ?? '';
  if (request.method !== 'POST' || endsSession.test(path)) return harmless;
  const address = addressOf(request);
  const account = accountOf(request);
  if (path.endsWith('/sign-in/email')) {
    const device = devices.deviceOf(account, request.headers.cookie);
    return device ? admitOnDevice(limiter, request, device) : admitFromElsewhere(limiter, request);
  }
  if (asksForMail.test(path)) await limiter.take(credentialLimits.mailFromAddress, `${account} ${address}`);
  if (path.endsWith('/sign-up/email')) await limiter.take(credentialLimits.signUp, address);
  return admitGuess(limiter, [[credentialLimits.address, address]]);
}

const harmless: Attempt = { succeeded: async () => undefined };

/** Whoever has made many marks while they knew the password is known no better for it than by one. */
async function admitOnDevice(limiter: Limiter, request: FastifyRequest, device: string): Promise<Attempt> {
  const account = accountOf(request);
  const { accountOnDevice, accountOnDevices } = credentialLimits;
  const guesses = await limiter.count(accountOnDevices, account);
  const admitted =
    guesses > accountOnDevices.times
      ? await admitFromElsewhere(limiter, request)
      : await admitGuess(limiter, [[accountOnDevice, `${account} ${device}`]]);
  return {
    succeeded: async () => {
      await Promise.all([limiter.giveBack(accountOnDevices, account), admitted.succeeded()]);
    },
  };
}

/** What others guessed makes this try slower, and never refuses it: only what came from here does. */
async function admitFromElsewhere(limiter: Limiter, request: FastifyRequest): Promise<Attempt> {
  const [account, address] = [accountOf(request), addressOf(request)];
  const { accountFromElsewhere, accountFromAddress, attackedFromNetwork } = credentialLimits;
  const fromHere = await admitGuess(limiter, [
    [credentialLimits.address, address],
    [accountFromAddress, `${account} ${address}`],
  ]);
  const guesses = await limiter.count(accountFromElsewhere, account);
  const isAttacked = guesses > accountFromElsewhere.times;
  const inAttack = isAttacked
    ? await admitGuess(limiter, [[attackedFromNetwork, `${account} ${networkOf(request)}`]])
    : harmless;
  await pause(slowDownMs(guesses));
  return {
    succeeded: async () => {
      await limiter.giveBack(accountFromElsewhere, account);
      await Promise.all([fromHere.succeeded(), inAttack.succeeded()]);
    },
  };
}

async function admitGuess(limiter: Limiter, counts: readonly Count[]): Promise<Attempt> {
  for (const [limit, subject] of counts) await limiter.take(limit, subject);
  return {
    succeeded: async () => {
      await Promise.all(counts.map(([limit, subject]) => limiter.giveBack(limit, subject)));
    },
  };
}

/** Whatever the spelling of the address; of a body that names none, all count together. */
export function accountOf({ body }: Pick<FastifyRequest, 'body'>): string {
  try {
    const { email, newEmail } = JSON.parse(String(body)) as { email?: unknown; newEmail?: unknown };
    return String(email ?? newEmail)
      .trim()
      .toLowerCase()
      .slice(0, 254);
  } catch {
    return '';
  }
}
