import { distanceM } from '@odolog/units';
import type { ViewerFormat } from '@/format/viewer-format';
import type { FleetRow } from './fleet-rows';

/** What a kilometre or a mile cost, as the viewer counts; null while it is not known. */
export function perDistance({ perKmMinor, currency }: FleetRow, format: ViewerFormat): string | null {
  if (perKmMinor === null) return null;
  const metres = distanceM({ value: 1, unit: format.distanceUnit });
  return format.moneyMinor((perKmMinor * metres) / 1000, currency);
}
