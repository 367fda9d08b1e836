import { mapInSlices, type AppendOutcome, type EventToAppend } from '@odolog/event-store';
import { factsOf, summaryOf, type Format } from '@odolog/events';
import { checkEconomies, type EconomyCheck, type RefusedRow } from '@odolog/imports';
import type { Problem } from '@odolog/problems';
import { moneyFromMinor } from '@odolog/units';
import type { Warning } from '@odolog/vehicle';
import { isAccepted, refusalOf } from '../events/append-refusal.js';
import type { Import } from './imports.contract.js';
import type { ImportPlan, PlannedRow } from './plan-import.js';

type Row = Import['rows'][number];
type Rows = Pick<Import, 'created' | 'duplicates' | 'refused' | 'rows' | 'economy' | 'position'>;

/** How the append of the rows ended, and what is worth a second look in them, by the ids of their events. */
export interface Appended {
  readonly outcomes: ReadonlyMap<string, AppendOutcome>;
  readonly warnings: ReadonlyMap<string, readonly Warning[]>;
  readonly format: Format;
}

/** What came of each row, in the order of the file. Of events that were there already there is no outcome. */
export async function rowsOf(
  { planned, refused }: ImportPlan,
  { outcomes, warnings, format }: Appended,
): Promise<Rows> {
  const shown = await mapInSlices(planned, (row) =>
    warned(rowOf(row, outcomes.get(row.event.id), format), [
      ...(row.remark ? [row.remark] : []),
      ...(warnings.get(row.event.id) ?? []),
    ]),
  );
  const rows = [...shown, ...refused.map(unreadable)].toSorted((a, b) => a.row - b.row);
  const raws = new Map([...planned, ...refused].map(({ row, raw }) => [row, raw]));
  return {
    created: rows.filter(({ outcome }) => outcome === 'new' || outcome === 'warning').length,
    duplicates: rows.filter(({ outcome }) => outcome === 'duplicate').length,
    refused: rows
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ row, code = '', detail = '' }) => ({ row, code, detail, raw: raws.get(row) ?? '' })),
    rows,
    economy: await economyOf(planned.filter((_, index) => shown[index]?.outcome !== 'refused')),
    position: lastPosition([...outcomes.values()]),
  };
}

/** Of the file alone: whatever else stands in the vehicle's history, the tracker did not know. */
async function economyOf(planned: readonly PlannedRow[]): Promise<EconomyCheck | null> {
  const fills = await mapInSlices(planned, ({ row, told, event }, sequence) => {
    const { id: eventId, date, occurredAt, odometer } = event;
    const odometerM = odometer?.void ? null : event.odometerM;
    const { energy } = factsOf(event);
    return energy
      ? [
          {
            row,
            told,
            volume: volumeIn(event),
            fill: { eventId, date, occurredAt, sequence, odometerM, ...energy },
          },
        ]
      : [];
  });
  return checkEconomies(fills.flat());
}

function volumeIn({ data }: EventToAppend): number | undefined {
  return (data['volume'] as { readonly value: number } | undefined)?.value;
}

/** Where reads have to come to, to show all that was appended; null where nothing was. */
function lastPosition(outcomes: readonly AppendOutcome[]): number | null {
  const positions = outcomes.flatMap((outcome) => (isAccepted(outcome) ? outcome.position : []));
  return positions.length > 0 ? positions.reduce((a, b) => Math.max(a, b)) : null;
}

/** A new row that is worth a second look: it is recorded like any other. */
function warned(row: Row, warnings: readonly Warning[]): Row {
  const [first] = warnings;
  if (!first || row.outcome !== 'new') return row;
  const detail = warnings.map((warning) => warning.detail).join(' ');
  return { ...row, outcome: 'warning', code: first.code, detail };
}

function rowOf(
  { row, event, isDuplicate, inFile }: PlannedRow,
  outcome: AppendOutcome | undefined,
  format: Format,
): Row {
  const shown = { row, ...preview(event, format), ...(inFile && { inFile }) };
  if (outcome?.status === 'appended') return { ...shown, outcome: 'new', eventId: event.id };
  if (isDuplicate || !outcome) return { ...shown, outcome: 'duplicate', eventId: event.id };
  // Another import of the same file was quicker.
  if (isAccepted(outcome) || outcome.status === 'id-reused') {
    return { ...shown, outcome: 'duplicate', eventId: event.id };
  }
  const { code, message, extras } = refusalOf(event, outcome);
  return { ...shown, outcome: 'refused', code, detail: message, ...waysOutOf(extras) };
}

/** Those that can be taken before the row is recorded: another reading, or none. */
function waysOutOf({ waysOut }: Problem['extras']): Pick<Row, 'waysOut'> {
  const ways = (waysOut ?? []) as NonNullable<Row['waysOut']>;
  const open = ways.filter(({ kind, odometer }) => kind === 'void' || (odometer && kind !== 'replacement'));
  return open.length > 0 ? { waysOut: open } : {};
}

function preview(event: EventToAppend, format: Format): Omit<Row, 'row' | 'outcome'> {
  const { cost } = factsOf(event);
  return {
    date: event.date,
    type: event.type,
    summary: summaryOf(event, format),
    odometer: event.odometer,
    cost: cost ? moneyFromMinor(cost.amountMinor, cost.currency) : null,
  };
}

function unreadable({ row, refused }: RefusedRow): Row {
  return {
    row,
    outcome: 'refused',
    date: null,
    type: null,
    summary: null,
    odometer: null,
    cost: null,
    ...refused,
  };
}
