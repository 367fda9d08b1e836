import { expect, it, vi } from 'vitest';
import { expiryOf, forgetToken, tokenFor } from './token-cache';

const tokenUntil = (expiresAtMs: number) =>
  `header.${Buffer.from(JSON.stringify({ exp: expiresAtMs / 1000 })).toString('base64url')}.signature`;

it('reads when a token ends', () => {
  expect(expiryOf(tokenUntil(1_800_000_000_000))).toBe(1_800_000_000_000);
});

it('exchanges a session once, and again shortly before its token ends', async () => {
  const lasting = tokenUntil(Date.now() + 900_000);
  const exchange = vi.fn<() => Promise<string>>().mockResolvedValue(lasting);
  expect([await tokenFor('a', exchange), await tokenFor('a', exchange)]).toEqual([lasting, lasting]);
  expect(exchange).toHaveBeenCalledTimes(1);

  const ending = vi.fn<() => Promise<string>>().mockResolvedValue(tokenUntil(Date.now() + 10_000));
  await tokenFor('b', ending);
  await tokenFor('b', ending);
  expect(ending).toHaveBeenCalledTimes(2);
});

it('asks again about a session that it was told to forget', async () => {
  const exchange = vi.fn<() => Promise<string>>().mockResolvedValue(tokenUntil(Date.now() + 900_000));
  await tokenFor('d', exchange);
  forgetToken('d');
  await tokenFor('d', exchange);
  expect(exchange).toHaveBeenCalledTimes(2);
});

it('keeps nothing of a session that has ended', async () => {
  expect(await tokenFor('c', () => Promise.resolve(null))).toBeNull();
});
