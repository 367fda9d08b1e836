import { commandRow, type CommandRow } from './command-row.js';
import type { EventToAppend } from './event.js';
import { mapInSlices } from './in-slices.js';

/** Many commands in the shape of the append functions' parameters, looked at in slices: others append in between. */
export function commandRows(events: readonly EventToAppend[]): Promise<CommandRow[]> {
  return mapInSlices(events, (event) => commandRow(event));
}
