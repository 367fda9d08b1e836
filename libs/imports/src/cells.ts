import { moneyFromMinor, type DistanceUnit, type Money } from '@odolog/units';
import { RowRefusal } from './row-refusal.js';

const decimalText = /^-?\d+(\.\d+)?$/;

/** The cells of one row, read as what they mean. An empty cell is undefined. */
export class Cells {
  constructor(private readonly byColumn: Readonly<Record<string, string>>) {}

  text(column: string): string | undefined {
    return this.byColumn[column] || undefined;
  }

  number(column: string): number | undefined {
    const decimal = this.decimal(column);
    return decimal === undefined ? undefined : Number(decimal);
  }

  /** 1 is yes; everything else is no. */
  flag(column: string): boolean {
    return this.byColumn[column] === '1';
  }

  /** A reading, unless it is blank or zero: that means not recorded. */
  odometer(column: string, unit: DistanceUnit): { odometer?: { value: number; unit: DistanceUnit } } {
    const value = this.number(column);
    return value ? { odometer: { value, unit } } : {};
  }

  /** Money with the decimals of the file, unless it is blank or zero: that means no cost. */
  money(column: string, currency: string | null): Money | undefined {
    const amount = this.decimal(column);
    return amount === undefined || Number(amount) === 0 || !currency ? undefined : { amount, currency };
  }

  /** Labels, each once. */
  tags(column: string): { tags?: string[] } {
    const tags = this.list(column);
    return tags.length > 0 ? { tags: [...new Set(tags)] } : {};
  }

  /** What stands between commas. */
  list(column: string): string[] {
    return (this.byColumn[column] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }

  notes(column: string): { notes?: string } {
    const notes = this.text(column);
    return notes ? { notes } : {};
  }

  private decimal(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    if (!decimalText.test(text))
      throw new RowRefusal('number-unreadable', `${column}: "${text}" is not a number`);
    return text.replace(/^(-?)0+(?=\d)/, '$1');
  }
}

/** Nothing, in a currency. */
export function noMoney(currency: string): Money {
  return moneyFromMinor(0, currency);
}
