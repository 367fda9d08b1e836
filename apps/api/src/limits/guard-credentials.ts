import type { FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from './address-of.js';
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
 * when it was none. Guesses from elsewhere never use up what a known device may try.
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
  if (path.endsWith('/sign-in/email')) {
    const account = accountOf(request);
    const device = devices.deviceOf(account, request.headers.cookie);
    return admitGuess(limiter, device ? [onDevice(account, device)] : fromElsewhere(account, address));
  }
  if (path.endsWith('/sign-up/email')) await limiter.take(credentialLimits.signUp, address);
  else if (asksForMail.test(path)) await admitMail(limiter, accountOf(request), address);
  return admitGuess(limiter, [[credentialLimits.address, address]]);
}

const harmless: Attempt = { succeeded: async () => undefined };

function onDevice(account: string, device: string): Count {
  return [credentialLimits.accountOnDevice, `${account} ${device}`];
}

function fromElsewhere(account: string, address: string): Count[] {
  return [
    [credentialLimits.address, address],
    [credentialLimits.accountFromAddress, `${account} ${address}`],
    [credentialLimits.accountFromElsewhere, account],
  ];
}

async function admitGuess(limiter: Limiter, counts: readonly Count[]): Promise<Attempt> {
  const taken = [];
  for (const [limit, subject] of counts) taken.push([limit, await limiter.take(limit, subject)] as const);
  const guesses = taken.find(([limit]) => limit === credentialLimits.accountFromElsewhere)?.[1] ?? 0;
  await pause(slowDownMs(guesses));
  return {
    succeeded: async () => {
      await Promise.all(counts.map(([limit, subject]) => limiter.giveBack(limit, subject)));
    },
  };
}

async function admitMail(limiter: Limiter, account: string, address: string): Promise<void> {
  await limiter.take(credentialLimits.mailFromAddress, `${account} ${address}`);
  await limiter.take(credentialLimits.mail, account);
}

/** Whatever the spelling of the address; of a body that names none, all count together. */
export function accountOf({ body }: Pick<FastifyRequest, 'body'>): string {
  try {
    const { email } = JSON.parse(String(body)) as { email?: unknown };
    return String(email).trim().toLowerCase().slice(0, 254);
  } catch {
    return '';
  }
}
