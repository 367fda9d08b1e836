/** As long as a token may outlive its session that another process has ended. */
const believedMs = 5_000;
/** Beyond it all are forgotten: whoever is known then is verified once more. */
const mostKnown = 1_000;

interface Ending {
  /** In seconds, as tokens tell it. */
  readonly exp: number;
}

/**
 * What tokens say whose signature is being computed, or has held a moment ago: a page comes with the same one five times at
 * once, and each signature takes as long as a query. Never past the time at which a token ends.
 */
export class JustVerified<Claims extends Ending> {
  readonly #known = new Map<string, { readonly claims: Promise<Claims>; readonly since: number }>();

  /** @param verify rejects for a token that does not hold: nothing is remembered of it */
  async claimsOf(token: string, verify: () => Promise<Claims>): Promise<Claims> {
    const known = this.#known.get(token);
    if (known && Date.now() < known.since + believedMs) {
      const claims = await known.claims;
      if (Date.now() < claims.exp * 1000) return claims;
    }
    if (this.#known.size >= mostKnown) this.#known.clear();
    const claims = verify();
    this.#known.set(token, { claims, since: Date.now() });
    claims.catch(() => this.#known.delete(token));
    return claims;
  }
}
