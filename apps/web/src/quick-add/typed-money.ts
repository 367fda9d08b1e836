import type { ViewerFormat } from '@/format/viewer-format';
import { plainDecimal } from './typed-number';

interface TypedMoney {
  readonly amount?: string;
  readonly currency?: string;
}

/** "8900" as "€8,900.00" while it is typed; null for what cannot be read as an amount yet. */
export function typedMoney(format: ViewerFormat, typed: TypedMoney | undefined): string | null {
  const amount = plainDecimal(typed?.amount ?? '', format.locale);
  return amount !== null && typed?.currency ? format.money({ amount, currency: typed.currency }) : null;
}
