import { mapInSlices, type EventToAppend } from '@odolog/event-store';
import type { AcceptedRow, ReadRows, RefusedRow } from '@odolog/imports';
import { Problem } from '@odolog/problems';
import { decideRecording } from '@odolog/vehicle';
import type { Caller } from '../http/contract.js';
import type { RowId } from './import-ids.js';

/** A row that can be recorded, with the event that it becomes. */
export interface PlannedRow extends Pick<AcceptedRow, 'row' | 'raw' | 'told' | 'remark' | 'inFile'> {
  readonly event: EventToAppend;
  readonly isDuplicate: boolean;
}

export interface ImportPlan {
  /** Oldest first: in the order in which they are appended. */
  readonly planned: readonly PlannedRow[];
  readonly refused: readonly RefusedRow[];
}

export interface ImportTarget {
  readonly caller: Caller;
  readonly vehicleId: string;
  readonly timeZone: string;
  readonly importId: string;
  readonly now: string;
}

/** Decides each row as if it had been recorded by hand. */
export async function planImport(
  { rows }: ReadRows,
  ids: ReadonlyMap<string, RowId>,
  target: ImportTarget,
): Promise<ImportPlan> {
  const decided = await mapInSlices(rows, (row) =>
    'draft' in row ? decide(row, ids.get(row.fingerprint), target) : row,
  );
  return {
    planned: decided.filter((row) => 'event' in row),
    refused: decided.filter((row) => 'refused' in row),
  };
}

function decide(row: AcceptedRow, id: RowId | undefined, target: ImportTarget): PlannedRow | RefusedRow {
  const { caller, vehicleId, timeZone, importId, now } = target;
  const { eventId = '', isDuplicate = false } = id ?? {};
  const { body, placeInDay } = row.draft;
  try {
    const decided = decideRecording({ body, vehicle: { timeZone }, id: eventId, now, placeInDay });
    const event = {
      ...decided,
      tenantId: caller.tenantId,
      vehicleId,
      recordedBy: caller.userId,
      source: `import:${importId}:${row.row}`,
    };
    const { draft: _, fingerprint: _fingerprint, ...told } = row;
    return { ...told, event, isDuplicate };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message } = error;
    return { row: row.row, raw: row.raw, refused: { code, detail: message } };
  }
}
