import * as Type from 'typebox';
import type { Static } from 'typebox';
import { closed, Instant, Price, text, UnitPrice } from '../measures.js';

/** Which of a charge's energies a price is asked for: what was paid for before what came out of the socket before what was added. */
const priceBases = ['billed', 'drawn', 'added'] as const;

/** What a tariff made of a charge when it was recorded: written down, so that no later tariff changes it. */
export const PricedByTariff = Type.Object(
  {
    tariffId: Type.String({ format: 'uuid' }),
    /** Its name then. */
    tariff: text(100),
    basis: Type.Enum([...priceBases]),
    total: Price,
    parts: Type.Array(
      Type.Object(
        {
          from: Instant,
          to: Instant,
          energyWh: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
          unitPrice: UnitPrice,
          amount: Price,
        },
        closed,
      ),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  closed,
);
export type PricedByTariff = Static<typeof PricedByTariff>;

/** A charge that waits for its price. */
export interface ChargeSession {
  /** RFC 3339. */
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Of `basis`. */
  readonly energyWh: number;
  readonly basis: PricedByTariff['basis'];
  readonly charger: string;
  readonly place?: string;
}
