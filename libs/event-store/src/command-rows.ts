import { setImmediate as turn } from 'node:timers/promises';
import { commandRow, type CommandRow } from './command-row.js';
import type { EventToAppend } from './event.js';

/** A few milliseconds of work. */
const atOnce = 100;

/** Many commands in the shape of the append functions' parameters, looked at in slices: others append in between. */
export async function commandRows(events: readonly EventToAppend[]): Promise<CommandRow[]> {
  const rows: CommandRow[] = [];
  for (const event of events) {
    if (rows.length > 0 && rows.length % atOnce === 0) await turn();
    rows.push(commandRow(event));
  }
  return rows;
}
