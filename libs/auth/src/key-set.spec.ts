import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { keySet, type KeySetTimes } from './key-set.js';

const times: KeySetTimes = {
  refreshAfterMs: 60_000,
  forgetAfterMs: 120_000,
  betweenFetchesMs: 100,
  refusedForMs: 300,
};

afterEach(() => void vi.useRealTimers());
/** Only the clock: what waits goes on waiting. */
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

/** An issuer in this process, that counts how often it is asked. */
async function anIssuer(changed: Partial<KeySetTimes> = {}) {
  const published: JWK[] = [];
  const state = { fetches: 0, isAway: false, answersAfterMs: 0 };
  const load = async () => {
    state.fetches += 1;
    if (state.isAway) throw new Error('away');
    const keys = [...published];
    await pause(state.answersAfterMs, undefined, { ref: false });
    return { keys };
  };
  const keys = keySet(load, { ...times, ...changed });
  const newKey = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
  };
  const publish = (...of: { jwk: JWK }[]) =>
    published.splice(0, published.length, ...of.map(({ jwk }) => jwk));
  const sign = (kid: string, key: CryptoKey) =>
    new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: 'ES256', kid }).sign(key);
  const take = (token: string) =>
    jwtVerify(token, keys).then(
      () => 'taken',
      ({ code, message }: { code?: string; message: string }) => code ?? message,
    );
  const verify = async (kid: string, key: CryptoKey) => take(await sign(kid, key));
  return { state, newKey, publish, sign, take, verify };
}

it('asks the issuer once, however many ask for its keys', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const one = await newKey('one');
  publish(one);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => verify('one', one.privateKey)));
  expect({ outcomes: new Set(outcomes), fetches: state.fetches }).toEqual({
    outcomes: new Set(['taken']),
    fetches: 1,
  });
});

it('takes a key that came right after the last fetch: nobody is refused by a rotation', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one);
  expect(await verify('one', one.privateKey)).toBe('taken');
  publish(one, two);
  expect(await verify('two', two.privateKey)).toBe('taken');
  expect(await verify('one', one.privateKey)).toBe('taken');
  expect(state.fetches).toBe(2);
});

it('takes a key that came while an answer without it was on its way', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one);
  state.answersAfterMs = 150;
  const first = verify('one', one.privateKey);
  await pause(50);
  publish(one, two);
  expect(await verify('two', two.privateKey)).toBe('taken');
  expect(await first).toBe('taken');
});

it('does not take a key any more that the issuer has withdrawn', async () => {
  const { newKey, publish, verify } = await anIssuer();
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one);
  await verify('one', one.privateKey);
  publish(two);
  await verify('two', two.privateKey);
  expect(await verify('one', one.privateKey)).toBe('ERR_JWKS_NO_MATCHING_KEY');
});

it('asks no more than once in a while, whatever a flood of tokens names, and takes a new key in the midst of it', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one);
  await verify('one', one.privateKey);
  const began = Date.now();
  const flood = Array.from({ length: 300 }, async (_, at) => {
    await pause(at * 2);
    return verify(`made up ${at}`, two.privateKey);
  });
  await pause(200);
  publish(one, two);
  expect(await verify('two', two.privateKey)).toBe('taken');
  expect(new Set(await Promise.all(flood))).toEqual(new Set(['ERR_JWKS_NO_MATCHING_KEY']));
  expect(state.fetches).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - began) / times.betweenFetchesMs));
});

it('does not look for the key of the same token again and again', async () => {
  const { state, newKey, publish, sign, take } = await anIssuer({ refusedForMs: 60_000 });
  const one = await newKey('one');
  publish(one);
  const token = await sign('made up', one.privateKey);
  for (let at = 0; at < 20; at += 1) expect(await take(token)).toBe('ERR_JWKS_NO_MATCHING_KEY');
  expect(state.fetches).toBe(1);
});

it('takes the next key at once although made-up tokens have named it before', async () => {
  const { newKey, publish, verify } = await anIssuer({ refusedForMs: 60_000 });
  const [one, two, stranger] = [await newKey('one'), await newKey('two'), await newKey('two')];
  publish(one);
  for (let at = 0; at < 3; at += 1)
    expect(await verify('two', stranger.privateKey)).toBe('ERR_JWKS_NO_MATCHING_KEY');
  publish(one, two);
  expect(await verify('two', two.privateKey)).toBe('taken');
});

it('keeps the pace of its fetches however often made-up tokens name the next key', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const [one, stranger] = [await newKey('one'), await newKey('two')];
  publish(one);
  await verify('one', one.privateKey);
  const began = Date.now();
  const flood = Array.from({ length: 100 }, async (_, at) => {
    await pause(at * 3);
    return verify('two', stranger.privateKey);
  });
  expect(new Set(await Promise.all(flood))).toEqual(new Set(['ERR_JWKS_NO_MATCHING_KEY']));
  expect(state.fetches).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - began) / times.betweenFetchesMs));
});

it('refuses a token that outlives its key once the kept keys are refreshed, while traffic runs', async () => {
  const { newKey, publish, sign, take } = await anIssuer({ refreshAfterMs: 200 });
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one, two);
  const [old, current] = [await sign('one', one.privateKey), await sign('two', two.privateKey)];
  expect(await take(old)).toBe('taken');
  publish(two);
  const outcomes: string[] = [];
  await expect
    .poll(async () => {
      expect(await take(current)).toBe('taken');
      outcomes.push(await take(old));
      return outcomes.at(-1);
    })
    .toBe('ERR_JWKS_NO_MATCHING_KEY');
  for (let at = 0; at < 10; at += 1) {
    expect(await take(old)).toBe('ERR_JWKS_NO_MATCHING_KEY');
    expect(await take(current)).toBe('taken');
  }
});

it('goes on with the keys that it has while the issuer is away, and says so of others', async () => {
  const { state, newKey, publish, verify } = await anIssuer({ refreshAfterMs: 0 });
  const one = await newKey('one');
  publish(one);
  await verify('one', one.privateKey);
  state.isAway = true;
  for (let at = 0; at < 5; at += 1) {
    expect(await verify('one', one.privateKey)).toBe('taken');
    await pause(60);
  }
  expect(await verify('two', one.privateKey)).toBe('away');
  expect(state.fetches).toBeGreaterThan(1);
});

it('does not believe keys for ever of an issuer that is gone', async () => {
  const { state, newKey, publish, verify } = await anIssuer({ forgetAfterMs: 200 });
  const one = await newKey('one');
  publish(one);
  await verify('one', one.privateKey);
  state.isAway = true;
  await pause(250);
  expect(await verify('one', one.privateKey)).toBe('away');
  state.isAway = false;
  expect(await verify('one', one.privateKey)).toBe('taken');
});

it('does not take a key that was withdrawn while nobody came, not even once', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const [one, two] = [await newKey('one'), await newKey('two')];
  publish(one);
  await verify('one', one.privateKey);
  publish(two);
  state.answersAfterMs = 50;
  later(times.refreshAfterMs + 1);
  const many = await Promise.all(Array.from({ length: 20 }, () => verify('one', one.privateKey)));
  expect(new Set(many)).toEqual(new Set(['ERR_JWKS_NO_MATCHING_KEY']));
});

it('lets nobody wait for an issuer that was away a moment ago', async () => {
  const { state, newKey, publish, verify } = await anIssuer();
  const one = await newKey('one');
  publish(one);
  await verify('one', one.privateKey);
  later(times.refreshAfterMs + 1);
  state.isAway = true;
  expect(await verify('one', one.privateKey)).toBe('taken');
  Object.assign(state, { isAway: false, answersAfterMs: 60_000 });
  expect(await verify('one', one.privateKey)).toBe('taken');
});
