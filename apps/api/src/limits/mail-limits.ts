import type { Admission } from '@odolog/auth';
import type { FastifyRequest } from 'fastify';
import { addressOf } from './address-of.js';
import type { Limit, Limiter } from './limiter.js';

const quarterHour = 15 * 60;
const hour = 60 * 60;

/** How often messages of one kind may be sent. */
export const mailLimits = {
  /** To one address, asked for from one place. */
  fromPlace: { name: 'mail-address', times: 5, seconds: quarterHour },
  /** To one address, within the time that the link in each of them works. */
  toAddress: { name: 'mail', times: 20, seconds: hour },
} as const satisfies Record<string, Limit>;

/** Each kind to an address counts for itself: sign-ups in somebody's name use up no link to a new password. */
export function mailSubject(...[kind, to]: Parameters<Admission['mail']>): string {
  return `${kind} ${to.toLowerCase()}`;
}

/** Counts the messages that leave at a request. Of what is not admitted nobody is told: the request is answered as always. */
export function admitMail(limiter: Limiter, request: FastifyRequest): Admission['mail'] {
  const { fromPlace, toAddress } = mailLimits;
  return async (kind, to) => {
    const subject = mailSubject(kind, to);
    const here = await limiter.count(fromPlace, `${subject} ${addressOf(request)}`);
    return here <= fromPlace.times && (await limiter.count(toAddress, subject)) <= toAddress.times;
  };
}
