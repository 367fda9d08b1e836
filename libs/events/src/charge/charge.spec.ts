import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { validateData } from '../validate-recording.js';
import { charge } from './charge.js';

const format = formatFor({ locale: 'en' });

it('keeps what the battery took, what was drawn and what was billed apart', () => {
  const billed = { value: 40, unit: 'kWh' } as const;
  expect(charge.facts({ ...charge.example, billed })).toEqual({
    cost: { amountMinor: 1179, currency: 'EUR', category: 'charging' },
    energy: {
      kind: 'electricity',
      energyWh: 38_200,
      drawnWh: 42_100,
      billedWh: 40_000,
      fill: 'full',
      levelPermille: 800,
      missedPrevious: false,
    },
  });
});

it('measures nothing by itself without the level that it ended with', () => {
  const { endPercent: _, ...unknown } = charge.example;
  expect(charge.facts(unknown).energy).toMatchObject({ fill: 'partial' });
  expect(charge.facts(unknown).energy).not.toHaveProperty('levelPermille');
});

it('says how much, between which levels, and where', () => {
  const { startPercent: _, ...untold } = charge.example;
  expect(charge.summary(charge.example, format)).toBe('38.2 kWh, 22 to 80 %, at home');
  expect(charge.summary({ ...untold, location: { name: 'Hof Gut' } }, format)).toBe(
    '38.2 kWh to 80 %, Hof Gut',
  );
});

it.each([
  ['/data/endPercent', { startPercent: 81 }],
  ['/data/endedAt', { endedAt: '2026-11-20T20:03:59Z' }],
])('refuses a session that runs backwards: %s', (pointer, change) => {
  const data = { ...charge.example, ...change };
  expect(() => validateData({ type: 'charge', schemaVersion: 1, data })).toThrow(
    expect.objectContaining({
      code: 'validation-failed',
      extras: { errors: [expect.objectContaining({ pointer, code: 'backwards' })] },
    }),
  );
});
