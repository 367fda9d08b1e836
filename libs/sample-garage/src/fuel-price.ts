import type { Day } from './calendar.js';
import type { Random } from './random.js';

/** Euros per litre, ending in nine tenths of a cent as German pumps do: slow swings, a dear autumn, and the mood of the day. */
export function unitPriceOn({ index }: Day, random: Random): string {
  const months = index / 30.4;
  const trend =
    1.72 + 0.13 * Math.sin((2 * Math.PI * months) / 31) + 0.05 * Math.sin((2 * Math.PI * months) / 9.5);
  return `${(Math.floor((trend + random.between(-0.04, 0.05)) * 100) / 100).toFixed(2)}9`;
}
