import { Problem } from '@odolog/problems';
import type { FastifyRequest } from 'fastify';
import { addressOf, isOfThisHouse } from './address-of.js';
import type { Limit, Limiter } from './limiter.js';

const minute = 60;
/** Messages of one person to others, who did not ask for them. */
export const messages: Limit = { name: 'messages', times: 60, seconds: 60 * minute };
/** An office, a school, or the pages' own process, which asks for everybody. */
const peopleBehindAddress = 10;
/** Tokens that do not hold are dear to check and nobody's right: far fewer of them. */
const unverifiedShare = 10;

/** How often one may ask, in a minute. */
export class RequestLimits {
  private readonly ofCaller: Limit;
  private readonly ofAddress: Limit;
  private readonly verifiedOfAddress: Limit;
  private readonly unverified: Limit;

  constructor(
    private readonly limiter: Limiter,
    perMinute: number,
  ) {
    this.ofCaller = { name: 'caller', times: perMinute, seconds: minute };
    this.ofAddress = { name: 'public', times: perMinute * peopleBehindAddress, seconds: minute };
    this.verifiedOfAddress = { ...this.ofAddress, name: 'verified' };
    this.unverified = {
      name: 'unverified',
      times: Math.max(1, Math.ceil(perMinute / unverifiedShare)),
      seconds: minute,
    };
  }

  /** Counts a request that needs no token for its address. */
  async countPublic(request: FastifyRequest): Promise<void> {
    await this.limiter.take(this.ofAddress, addressOf(request));
  }

  /**
   * Verifies who asks and counts for them, and as much as ten of them may for the address, apart from what was not verified: nobody
   * uses up the requests of another by tokens that are made up. The pages' own process and proxies that nothing is known of ask for
   * everybody, so that such an address counts for nobody.
   */
  async countVerified<Identity extends { readonly userId: string; readonly apiKeyId?: string }>(
    request: FastifyRequest,
    verify: () => Promise<Identity>,
  ): Promise<Identity> {
    const identity = await verify().catch(async (error: unknown) => {
      if (error instanceof Problem && error.code === 'unauthenticated')
        await this.limiter.take(this.unverified, addressOf(request));
      throw error;
    });
    await this.limiter.take(this.ofCaller, identity.apiKeyId ?? identity.userId);
    if (!isOfThisHouse(request)) await this.limiter.take(this.verifiedOfAddress, addressOf(request));
    return identity;
  }

  /**
   * Counts a question to the identity provider for the address, whatever it comes with, and for the session besides.
   *
   * @param session that it comes with; never one that is made up, of which anybody has as many as they like
   */
  async countQuestion(request: FastifyRequest, session: string | undefined): Promise<void> {
    await this.countPublic(request);
    if (session !== undefined) await this.limiter.take(this.ofCaller, `session ${session}`);
  }

  /** Counts what was asked with a session that does not hold. */
  async countRefusal(request: FastifyRequest): Promise<void> {
    await this.limiter.take(this.unverified, addressOf(request));
  }

  /** Counts a message that a person has sent to another. */
  async countMessage({ userId }: { readonly userId: string }): Promise<void> {
    await this.limiter.take(messages, userId);
  }
}
