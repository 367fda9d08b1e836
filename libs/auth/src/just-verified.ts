/** As long as a token may outlive its session that another process has ended. */
const believedMs = 5_000;
/** Beyond it all are forgotten: whoever is known then is verified once more. */
const mostKnown = 1_000;

/** What a token says, and the key by which its signature held. */
export interface Verified<Claims> {
  readonly claims: Claims;
  readonly key: unknown;
}

interface Ending {
  /** In seconds, as tokens tell it. */
  readonly exp: number;
}

/**
 * What tokens say whose signature is being computed, or has held a moment ago: a page comes with the same one five times at
 * once, and each signature takes as long as a query. Never past the time at which a token ends, nor once its key is another.
 */
export class JustVerified<Claims extends Ending> {
  readonly #known = new Map<
    string,
    { readonly verified: Promise<Verified<Claims>>; readonly since: number }
  >();

  /**
   * @param verify rejects for a token that does not hold: nothing is remembered of it
   * @param keyNow the key by which it would be verified; rejects when there is none any more
   */
  async claimsOf(
    token: string,
    verify: () => Promise<Verified<Claims>>,
    keyNow: () => Promise<unknown>,
  ): Promise<Claims> {
    const known = this.#known.get(token);
    if (known && Date.now() < known.since + believedMs) {
      const { claims, key } = await known.verified;
      const current = await keyNow().catch(() => undefined);
      if (current === key && Date.now() < claims.exp * 1000) return claims;
    }
    if (this.#known.size >= mostKnown) this.#known.clear();
    const verified = verify();
    this.#known.set(token, { verified, since: Date.now() });
    verified.catch(() => this.#known.delete(token));
    return (await verified).claims;
  }
}
