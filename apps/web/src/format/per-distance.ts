import { distanceM } from '@odolog/units';
import type { Money } from '@/api/schema.gen';
import type { ViewerFormat } from './viewer-format';

/** What a kilometre or a mile cost, as the viewer counts. */
export function perDistance({ amount, currency }: Money, format: ViewerFormat): string {
  const km = distanceM({ value: 1, unit: format.distanceUnit }) / 1000;
  return format.money({ amount: String(Number(amount) * km), currency });
}
