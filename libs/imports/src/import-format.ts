import type { Oddity } from '@odolog/events';
import type { DistanceUnit } from '@odolog/units';
import type { Cells } from './cells.js';
import type { Table } from './csv-table.js';
import type { HeaderUnits, Settings } from './settings.js';
import type { ToldEconomy } from './told-economy.js';

/** A kind of file that another tracker writes, in one value. */
export interface ImportFormat {
  readonly name: string;
  readonly title: string;
  /** Columns that every such file has, each by one of its names. */
  readonly columns: readonly (string | readonly string[])[];
  /** Its rows, where they are not those of one table under a header. */
  table?(text: string): Table;
  /** What the header leaves possible. No unit at all where the format has no such measure. */
  units(header: readonly string[]): HeaderUnits;
  readonly dateColumn: string;
  /** When the row was written there: the order of a day's rows without readings. */
  readonly addedColumn: string;
  readonly priceColumn: string;
  /** Where each row says in which currency it was paid. */
  readonly currencyColumn?: string;
  /** What makes a row that row. Neither what the tracker worked out, nor the names that a person may change there. */
  readonly identity: (header: readonly string[]) => readonly string[];
  /** The event of a row, but for its date. Throws a RowRefusal. */
  draft(cells: Cells, settings: Settings): DraftBody;
  /** What the row says that an event cannot: it comes in, with a word about it. */
  remark?(cells: Cells, settings: Settings): Oddity | undefined;
  /** What the tracker itself worked out for a fill-up. */
  economy?(cells: Cells, settings: Settings): ToldEconomy | undefined;
}

/** A recording as a row tells it, without its date. */
export interface DraftBody {
  readonly type: string;
  readonly odometer?: { readonly value: number; readonly unit: DistanceUnit; readonly void?: boolean };
  readonly notes?: string;
  readonly data: Readonly<Record<string, unknown>>;
}
