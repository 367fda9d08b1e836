import { currencyExponent } from './currency.js';
import { decimal } from './decimal.js';
import type { Money } from './measures.js';

/** A stretch of a charge at one price. */
export interface PricedStretch {
  /** How long it took, in any unit: energy is spread evenly over the whole. */
  readonly duration: number;
  /** Per kWh, all of one currency. */
  readonly unitPrice: Money;
}

/** What a stretch comes to. */
export interface StretchCost {
  readonly energyWh: number;
  readonly amountMinor: number;
}

/**
 * What the stretches of a charge cost. Counted exactly and rounded along their sum, so that they add up to the energy and to
 * the amount of the whole.
 * @param energyWh of the whole
 */
export function stretchCosts(energyWh: number, stretches: readonly PricedStretch[]): StretchCost[] {
  const prices = stretches.map(({ unitPrice }) => decimal(unitPrice.amount));
  const scale = Math.max(0, ...prices.map((price) => price.scale));
  const duration = stretches.reduce((sum, stretch) => sum + BigInt(stretch.duration), 0n);
  const minor = 10n ** BigInt(currencyExponent(stretches[0]?.unitPrice.currency ?? 'EUR'));
  let [durations, costs] = [0n, 0n];
  let before: StretchCost = { energyWh: 0, amountMinor: 0 };
  return stretches.map((stretch, index) => {
    const price = prices[index] ?? decimal(0);
    durations += BigInt(stretch.duration);
    costs += BigInt(stretch.duration) * price.digits * 10n ** BigInt(scale - price.scale);
    const upTo = {
      energyWh: halvesUp(BigInt(energyWh) * durations, duration),
      amountMinor: halvesUp(BigInt(energyWh) * costs * minor, duration * 1000n * 10n ** BigInt(scale)),
    };
    const own = {
      energyWh: upTo.energyWh - before.energyWh,
      amountMinor: upTo.amountMinor - before.amountMinor,
    };
    before = upTo;
    return own;
  });
}

function halvesUp(dividend: bigint, divisor: bigint): number {
  return Number((dividend * 2n + divisor) / (divisor * 2n));
}
