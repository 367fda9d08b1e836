import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Times in milliseconds. */
export interface KeySetTimes {
  /** Keys that are older are fetched again before they are used; those at hand go on only while the issuer is away. */
  readonly refreshAfterMs: number;
  /** Keys that are older are believed no more: an issuer that is away so long may have withdrawn them. */
  readonly forgetAfterMs: number;
  /** Between two fetches at least, whatever tokens name. */
  readonly betweenFetchesMs: number;
  /** For a token whose key a fetch did not find, the key is not looked for again so soon. */
  readonly refusedForMs: number;
}

const usualTimes: KeySetTimes = {
  refreshAfterMs: 10 * 60_000,
  forgetAfterMs: 24 * 60 * 60_000,
  betweenFetchesMs: 1_000,
  refusedForMs: 5_000,
};
/** Beyond it they are forgotten: whoever makes up so many waits for fetches again. */
const mostRefused = 1_000;

/**
 * The keys of an issuer, fetched when they are first needed and kept. A token that names an unknown key waits for the next
 * fetch instead of being refused, so that a rotation refuses nobody; the fetches keep their distance and are shared, so
 * that a flood of such tokens costs the issuer one request a second. While the issuer is away the kept keys go on, and
 * nobody waits for it again and again.
 *
 * What was refused is remembered by the token and not by the key that it names: else whoever makes up a token with the name
 * of the next key would have the first real ones refused.
 *
 * @param load rejects when the issuer does not answer
 */
export function keySet(load: () => Promise<JSONWebKeySet>, times: KeySetTimes = usualTimes): JWTVerifyGetKey {
  let kept: Kept | undefined;
  let upcoming: Promise<JWTVerifyGetKey> | undefined;
  let underWay: Promise<JWTVerifyGetKey> | undefined;
  let refreshing: Promise<unknown> | undefined;
  let [lastFetch, lastFailure] = [-Infinity, -Infinity];
  const refused = new Map<string, number>();

  const fetchNow = async (at: number): Promise<JWTVerifyGetKey> => {
    const find = createLocalJWKSet(await load());
    if (!kept || kept.at < at) kept = { find, at };
    return find;
  };
  /** The next fetch: shared by all who come before it begins. */
  const fetchKeys = () =>
    (upcoming ??= pause(Math.max(0, lastFetch + times.betweenFetchesMs - Date.now())).then(() => {
      upcoming = undefined;
      lastFetch = Date.now();
      const fetching = fetchNow(lastFetch).finally(() => {
        if (underWay === fetching) underWay = undefined;
      });
      underWay = fetching;
      return fetching;
    }));

  const refresh = () =>
    (refreshing ??= fetchKeys()
      .catch(() => void (lastFailure = Date.now()))
      .finally(() => (refreshing = undefined)));

  const keysAtHand = async (): Promise<JWTVerifyGetKey | undefined> => {
    const age = kept ? Date.now() - kept.at : Infinity;
    if (age > times.forgetAfterMs) return undefined;
    if (age > times.refreshAfterMs) {
      const refreshed = refresh();
      if (Date.now() - lastFailure > times.refreshAfterMs) await refreshed;
    }
    return kept?.find;
  };

  return async (header, token) => {
    const name = nameOf(token);
    const wasRefused = Date.now() - (refused.get(name) ?? -Infinity) < times.refusedForMs;
    // What is under way began before this token came, so that it may be older than the key: it is only asked first.
    for (const keys of [keysAtHand, () => underWay?.catch(() => undefined)]) {
      const found = await lookUp(await keys(), header, token);
      if (found) return found;
      if (wasRefused) throw new errors.JWKSNoMatchingKey();
    }
    const found = await lookUp(await fetchKeys(), header, token);
    if (found) return found;
    if (refused.size >= mostRefused) refused.clear();
    refused.set(name, Date.now());
    throw new errors.JWKSNoMatchingKey();
  };
}

/** Of the whole token: a signature alone could be put under another. */
function nameOf({ protected: head = '', payload, signature }: Parameters<JWTVerifyGetKey>[1]): string {
  return createHash('sha256').update(`${head}.`).update(payload).update(`.${signature}`).digest('base64');
}

interface Kept {
  readonly find: JWTVerifyGetKey;
  readonly at: number;
}

async function lookUp(find: JWTVerifyGetKey | undefined, ...of: Parameters<JWTVerifyGetKey>) {
  try {
    return await find?.(...of);
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return undefined;
    throw error;
  }
}
