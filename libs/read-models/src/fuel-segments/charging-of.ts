import type { Charging } from './fuel-economy.js';

/** Sums over charges; `measuredWh` is what was added by those that say what was drawn. */
export interface ChargedAmounts {
  readonly drawnWh: number;
  readonly measuredWh: number;
  readonly billedWh: number;
}

/** What there is to say of charging; nothing of a tank. A negative loss is shown as it is: one of the meters is wrong. */
export function chargingOf({ drawnWh, measuredWh, billedWh }: ChargedAmounts): Charging {
  return {
    ...(drawnWh > 0 && {
      drawnWh,
      lossPercent: Math.round((1 - measuredWh / drawnWh) * 1000) / 10,
    }),
    ...(billedWh > 0 && { billedWh }),
  };
}
