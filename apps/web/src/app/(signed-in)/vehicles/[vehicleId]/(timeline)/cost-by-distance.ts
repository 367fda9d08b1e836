import { distanceFromM, minorUnits } from '@odolog/units';
import type { Month } from './shown-month';

/**
 * What a kilometre or a mile of a month cost, where that is one sum. Not of a month whose distance is not known to its
 * end: it has the whole price of a tank, but is driven only up to its last reading.
 */
export function costByDistance(
  { distanceComplete, distanceM, costs }: Pick<Month, 'distanceComplete' | 'distanceM' | 'costs'>,
  unit: 'km' | 'mi',
): { readonly minor: number; readonly currency: string } | undefined {
  const [only, another] = costs;
  if (!distanceComplete || distanceM <= 0 || !only || another) return undefined;
  const minor = minorUnits(only.total) / distanceFromM(distanceM, unit);
  return minor > 0 ? { minor, currency: only.total.currency } : undefined;
}
