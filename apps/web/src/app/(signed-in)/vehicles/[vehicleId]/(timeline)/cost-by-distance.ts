import { distanceFromM, minorUnits } from '@odolog/units';
import type { Month } from './shown-month';

/**
 * What a kilometre or a mile of a month cost, where that is one sum. Not while the month runs on: it has its costs at once,
 * but is driven only up to its last reading.
 */
export function costByDistance(
  { over, distanceM, costs }: Pick<Month, 'over' | 'distanceM' | 'costs'>,
  unit: 'km' | 'mi',
): { readonly minor: number; readonly currency: string } | undefined {
  const [only, another] = costs;
  if (!over || distanceM <= 0 || !only || another) return undefined;
  const minor = minorUnits(only.total) / distanceFromM(distanceM, unit);
  return minor > 0 ? { minor, currency: only.total.currency } : undefined;
}
