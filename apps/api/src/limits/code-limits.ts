import type { TriedCode } from '@odolog/auth';
import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { networkOf } from './address-of.js';
import { slowDownMs } from './credential-limits.js';
import type { KnownDevices } from './known-device.js';
import type { Limit, Limiter } from './limiter.js';

const day = 24 * 60 * 60;

/** How often codes of a second factor may be guessed. A right one is not counted. */
export const codeLimits = {
  /** In a browser that the account is known to. */
  onDevice: { name: 'code-device', times: 30, seconds: day },
  /** In all browsers that the account is known to: beyond, they count as from elsewhere. */
  onDevices: { name: 'code-devices', times: 60, seconds: day },
  /** From one network. */
  fromNetwork: { name: 'code-network', times: 10, seconds: day },
  /** From everywhere that the account is not known at. Beyond, it counts as attacked, and nobody is refused for it. */
  fromElsewhere: { name: 'code', times: 30, seconds: day },
  /** Of an app, for an account that is attacked, from one network. Backup codes are too long to be guessed. */
  attackedFromNetwork: { name: 'code-attacked', times: 1, seconds: day },
} as const satisfies Record<string, Limit>;

/** The codes that one request has brought. */
export interface CountedCodes {
  admit(code: Pick<TriedCode, 'kind' | 'account' | 'hasBackupCode'>): Promise<void>;
  /** To be called when the code was right. */
  succeeded(): Promise<void>;
}

/** Counts codes for the account, and for where they come from: what others guess never uses up what its owner may try. */
export function countCodes(
  { limiter, devices }: { readonly limiter: Limiter; readonly devices: KnownDevices },
  request: FastifyRequest,
): CountedCodes {
  const counted: (readonly [Limit, string])[] = [];
  const take = async (limit: Limit, subject: string): Promise<void> => {
    await limiter.take(limit, subject);
    counted.push([limit, subject]);
  };
  const count = async (limit: Limit, subject: string): Promise<number> => {
    counted.push([limit, subject]);
    return limiter.count(limit, subject);
  };
  return {
    admit: async ({ kind, account, hasBackupCode }) => {
      const subject = `${kind} ${account.toLowerCase()}`;
      const device = devices.deviceOf(account.toLowerCase(), request.headers.cookie);
      if (device && (await count(codeLimits.onDevices, subject)) <= codeLimits.onDevices.times)
        return take(codeLimits.onDevice, `${subject} ${device}`);
      const fromHere = `${subject} ${networkOf(request)}`;
      const takeHere = (limit: Limit) =>
        take(limit, fromHere).catch(kind === 'app' && hasBackupCode ? nameWayIn : undefined);
      await takeHere(codeLimits.fromNetwork);
      const guesses = await count(codeLimits.fromElsewhere, subject);
      if (kind === 'app' && guesses > codeLimits.fromElsewhere.times)
        await takeHere(codeLimits.attackedFromNetwork);
      await pause(slowDownMs(guesses));
    },
    succeeded: async () => {
      await Promise.all(counted.map(([limit, subject]) => limiter.giveBack(limit, subject)));
    },
  };
}

/** Backup codes are counted apart: whoever has to wait with the app does not have to with one of those. */
function nameWayIn(refusal: unknown): never {
  if (!(refusal instanceof Problem)) throw refusal;
  throw new Problem(refusal.code, {
    ...refusal.extras,
    reason: 'BACKUP_CODE_WORKS',
    detail: 'Too many codes of the app from here. A backup code works at once.',
  });
}
