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
  expect(() => validateData({ type: 'charge', schemaVersion: charge.version, data })).toThrow(
    expect.objectContaining({
      code: 'validation-failed',
      extras: { errors: [expect.objectContaining({ pointer, code: 'backwards' })] },
    }),
  );
});

const priced = {
  tariffId: '018f0000-0000-7000-8000-000000000001',
  tariff: 'Day and night',
  basis: 'drawn' as const,
  total: { amount: '1.10', currency: 'EUR' },
  parts: [
    {
      from: '2026-01-10T19:00:00Z',
      to: '2026-01-10T21:00:00Z',
      energyWh: 2000,
      unitPrice: { amount: '0.35', currency: 'EUR' },
      amount: { amount: '0.70', currency: 'EUR' },
    },
    {
      from: '2026-01-10T21:00:00Z',
      to: '2026-01-10T23:00:00Z',
      energyWh: 2000,
      unitPrice: { amount: '0.20', currency: 'EUR' },
      amount: { amount: '0.40', currency: 'EUR' },
    },
  ],
};
const { total: _, ...untold } = charge.example;

it('costs what a tariff made of it, where nobody said a total', () => {
  expect(charge.facts({ ...untold, priced }).cost).toEqual({
    amountMinor: 110,
    currency: 'EUR',
    category: 'charging',
  });
  const refused = (data: object) => () =>
    validateData({ type: 'charge', schemaVersion: charge.version, data: data as Record<string, unknown> });
  expect(refused({ ...charge.example, priced })).toThrow(
    expect.objectContaining({ code: 'validation-failed' }) as Error,
  );
  expect(refused({ ...untold, priced: { ...priced, total: { amount: '1.20', currency: 'EUR' } } })).toThrow(
    expect.objectContaining({ code: 'amount-mismatch' }) as Error,
  );
});

it('asks a price for what was paid for, or else for what was drawn, or else for what was added', () => {
  const [billed, drawn] = [
    { value: 43, unit: 'kWh' as const },
    { value: 42.1, unit: 'kWh' as const },
  ];
  const { drawn: _drawn, ...added } = untold;
  expect(charge.chargeSession?.({ ...added, drawn, billed })).toMatchObject({
    basis: 'billed',
    energyWh: 43_000,
  });
  expect(charge.chargeSession?.({ ...added, drawn })).toMatchObject({ basis: 'drawn', energyWh: 42_100 });
  expect(charge.chargeSession?.(added)).toMatchObject({ basis: 'added', energyWh: 38_200 });
  expect(charge.chargeSession?.(charge.example)).toBeNull();
});
