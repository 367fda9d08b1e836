import { errors, generateKeyPair, SignJWT, type JWTVerifyGetKey } from 'jose';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tokenVerifier } from './verify-token.js';

const issuer = 'https://odolog.example';
const person = '018f2f6e-0000-7000-8000-000000000001';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-01T10:00:00Z') });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function aVerifier() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const signatures = vi.spyOn(crypto.subtle, 'verify').mockClear();
  const keys = vi.fn<JWTVerifyGetKey>().mockResolvedValue(publicKey);
  const tokenFor = (seconds: number) =>
    new SignJWT({ sub: person })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setIssuedAt()
      .setExpirationTime(new Date(Date.now() + seconds * 1000))
      .sign(privateKey);
  return { keys, signatures, tokenFor, verify: tokenVerifier([{ issuer, audience: issuer, keys }]) };
}

it('believes a token that has just held, and verifies it again soon', async () => {
  const { signatures, tokenFor, verify } = await aVerifier();
  const token = await tokenFor(900);
  const atOnce = await Promise.all([verify(token), verify(token)]);
  expect([...atOnce, await verify(token)]).toEqual(Array(3).fill(atOnce[0]));
  expect(atOnce[0]).toMatchObject({ userId: person });
  expect(signatures).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  await verify(token);
  expect(signatures).toHaveBeenCalledTimes(2);
});

it('believes no token past its time, however lately it held', async () => {
  const { tokenFor, verify } = await aVerifier();
  const token = await tokenFor(2);
  await verify(token);
  vi.advanceTimersByTime(2_000);
  await expect(verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('believes no token whose key was withdrawn or replaced, however lately it held', async () => {
  const { keys, tokenFor, verify } = await aVerifier();
  const token = await tokenFor(900);
  await verify(token);
  keys.mockRejectedValueOnce(new errors.JWKSNoMatchingKey());
  keys.mockRejectedValueOnce(new errors.JWKSNoMatchingKey());
  await expect(verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  await verify(token);
  keys.mockResolvedValue((await generateKeyPair('EdDSA')).publicKey);
  await expect(verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('remembers nothing of a token that did not hold', async () => {
  const { verify } = await aVerifier();
  const { tokenFor } = await aVerifier();
  const forged = await tokenFor(900);
  await expect(verify(forged)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(verify(forged)).rejects.toMatchObject({ code: 'unauthenticated' });
});
