import type { ConsumptionFigures } from '@odolog/units';
import type { Cells } from './cells.js';

/** What a tracker worked out for a fill-up. */
export interface ToldEconomy {
  readonly value: number;
  readonly unit: keyof Pick<ConsumptionFigures, 'kmPerL' | 'lPer100Km' | 'mpgUs' | 'mpgUk'>;
}

const units = { 'km/l': 'kmPerL', 'l/100km': 'lPer100Km' } as const;

/** Columns that trackers call so. */
export const economyColumns: readonly string[] = [...Object.keys(units), 'mpg'];

/**
 * The economy that a row tells beside its fill-up; zero, or what is no number, tells none.
 * @param mpg which gallon miles are counted by; without it nobody knows
 */
export function toldEconomy(cells: Cells, mpg: 'mpgUs' | 'mpgUk' | undefined): ToldEconomy | undefined {
  const column = economyColumns.find((name) => Number(cells.text(name)) > 0);
  const unit = column === undefined || column === 'mpg' ? mpg : units[column as keyof typeof units];
  return column === undefined || !unit ? undefined : { value: Number(cells.text(column)), unit };
}
