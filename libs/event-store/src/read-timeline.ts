import type { Database } from '@odolog/db';
import { readForTenant } from '@odolog/db';
import { isLocalDate } from '@odolog/events';
import { Problem } from '@odolog/problems';
import type { StoredEvent } from './event.js';
import { storedEvent, type StoredRow } from './stored-event.js';

/** How an event stands today. `corrected` is effective and itself a correction. */
export type EventStatus = 'effective' | 'corrected' | 'superseded' | 'retracted';

export type TimelineEvent = StoredEvent & { readonly status: EventStatus };

/** Histories as they were known when the vehicles' streams had come to these versions. */
export interface KnownHistory {
  /** By vehicle; of one that is not named nothing was known. */
  readonly versions: Readonly<Record<string, number>>;
  /** The events that no longer stood then, by id, and how. */
  readonly out: ReadonlyMap<string, 'superseded' | 'retracted'>;
}

export interface TimelineQuery {
  /** One vehicle's timeline; the whole tenant's without. */
  readonly vehicleId?: string;
  readonly vehicleIds?: readonly string[];
  readonly types?: readonly string[];
  /** Local dates, inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Found in notes or data, case-insensitively. */
  readonly text?: string;
  readonly includeSuperseded?: boolean;
  /** As the history was known then; as it stands now without. */
  readonly known?: KnownHistory;
  readonly cursor?: string;
  /** 1 to 200. */
  readonly limit: number;
}

export interface TimelinePage {
  readonly items: TimelineEvent[];
  /** Of the tenant's last event when the page was read: what comes after it is not in the page, all else is. */
  readonly headPosition: number;
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
}

const place = {
  date: 'date',
  occurredAt: 'occurred_at',
  orderVersion: 'order_version',
  position: 'position',
} as const satisfies Partial<Record<keyof StoredRow, string>>;

const isDate = (bound: unknown): boolean => typeof bound === 'string' && isLocalDate(bound);
const isInstant = (bound: unknown): boolean => typeof bound === 'string' && !Number.isNaN(Date.parse(bound));
const isBound: Readonly<Record<Place, (bound: unknown) => boolean>> = {
  date: isDate,
  occurredAt: isInstant,
  orderVersion: Number.isSafeInteger,
  position: Number.isSafeInteger,
};

/**
 * Newest first, a keyset page at a time: an ordered append over the partitions that stops early, so that a page costs the
 * same at a thousand events and at ten million. The planner, which believes that a vehicle is of any tenant, expects next to
 * none of its events where there are many tenants, and would sort all of them. Within an instant a vehicle's events stand in the order in which they
 * were first recorded, a correction in the place of what it corrects; events of several vehicles as they came.
 * @throws Problem `validation-failed` for a cursor that this API never gave
 */
export async function readTimeline(
  db: Database,
  tenantId: string,
  query: TimelineQuery,
): Promise<TimelinePage> {
  const { text, values } = timelineStatement(tenantId, query);
  const [heads, rows] = await readForTenant<[{ position: number }, TimelineRow]>(db, tenantId, [
    { text: headStatement, values: [tenantId] },
    { text, values, inOrder: true },
  ]);
  const order = orderOf(query);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ supersededBy, retracted, ...row }) => ({
      ...storedEvent(row),
      status: query.known
        ? (query.known.out.get(row.id) ?? standing(row))
        : supersededBy
          ? retracted
            ? 'retracted'
            : 'superseded'
          : standing(row),
    })),
    headPosition: heads[0]?.position ?? 0,
    nextCursor: rows.length > query.limit && last ? encodeCursor(order, last) : null,
  };
}

type TimelineRow = StoredRow & {
  readonly supersededBy: string | null;
  readonly retracted: boolean | null;
};

const headStatement = 'SELECT position FROM app.tenant_heads WHERE tenant_id = $1';

function standing({ correctsId }: StoredRow): EventStatus {
  return correctsId ? 'corrected' : 'effective';
}

/** The statement behind a page, exported for the benchmark that runs it without row-level security. */
export function timelineStatement(
  tenantId: string,
  query: TimelineQuery,
): { text: string; values: unknown[] } {
  const order = orderOf(query);
  const columns = order.map((key) => `e.${place[key]}`);
  const values: unknown[] = [tenantId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = [`e.tenant_id = $1`, `e.type NOT IN ('retraction', 'restoration')`];
  if (query.vehicleId) where.push(`e.vehicle_id = ${bind(query.vehicleId)}`);
  if (query.vehicleIds) where.push(`e.vehicle_id = ANY (${bind(query.vehicleIds)}::uuid[])`);
  if (query.types?.length) where.push(`e.type = ANY (${bind(query.types)}::text[])`);
  if (query.from) where.push(`e.date >= ${bind(query.from)}`);
  if (query.to) where.push(`e.date <= ${bind(query.to)}`);
  if (query.text) where.push(saying(query.text, bind));
  if (query.known) {
    const versions = bind(JSON.stringify(query.known.versions));
    where.push(`e.version <= (${versions}::jsonb ->> e.vehicle_id::text)::int`);
  }
  if (!query.includeSuperseded)
    where.push(
      query.known ? `e.id <> ALL (${bind([...query.known.out.keys()])}::uuid[])` : 's.event_id IS NULL',
    );
  if (query.cursor) {
    const bounds = decodeCursor(order, query.cursor).map(bind);
    // the first line prunes partitions, the second is the keyset
    where.push(`e.date <= ${bounds[0]}`, `(${columns.join(', ')}) < (${bounds.join(', ')})`);
  }
  const text = `SELECT e.tenant_id AS "tenantId", e.vehicle_id AS "vehicleId", e.id, e.type, e.schema_version AS "schemaVersion", e.date,
      e.occurred_at AS "occurredAt", e.time_known AS "timeKnown", e.payload, e.odometer_m AS "odometerM", e.notes, e.version,
      e.order_version AS "orderVersion", e.position, e.corrects_id AS "correctsId", e.source, e.recorded_at AS "recordedAt",
      e.recorded_by AS "recordedBy", encode(e.content_hash, 'hex') AS "contentHash", encode(e.chain_hash, 'hex') AS "chainHash",
      s.by_id AS "supersededBy", s.retracts AS retracted
    FROM app.vehicle_events e
    LEFT JOIN app.event_supersessions s ON s.tenant_id = e.tenant_id AND s.event_id = e.id
    WHERE ${where.join('\n      AND ')}
    ORDER BY ${columns.map((column) => `${column} DESC`).join(', ')}
    LIMIT ${readAtMost(query)}`;
  return { text, values };
}

/**
 * Where an entry says that somewhere. It is kept as it was typed, and é can be typed as one letter or two: they are compared composed,
 * which changes nothing where only signs of ASCII are asked for.
 */
function saying(asked: string, bind: (value: unknown) => string): string {
  const composed = asked.normalize('NFC');
  const pattern = bind(`%${composed.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const isPlain = /^\p{ASCII}*$/u.test(composed);
  return `(${['e.notes', "(e.payload -> 'data')::text"]
    .map((text) => `${isPlain ? text : `normalize(${text}, NFC)`} ILIKE ${pattern}`)
    .join(' OR ')})`;
}

/**
 * More than the page, so that it is known whether another follows. Written into the text: of a number that is bound the planner knows
 * nothing, and plans every time anew. In tens, so that the texts are few.
 */
const readAtMost = ({ limit }: TimelineQuery): number => Math.ceil((limit + 1) / 10) * 10;

type Place = keyof typeof place;

/** The columns that an index of a vehicle, or of a tenant, is sorted by. */
const orderOf = ({ vehicleId }: TimelineQuery): readonly Place[] =>
  vehicleId ? ['date', 'occurredAt', 'orderVersion', 'position'] : ['date', 'occurredAt', 'position'];

function encodeCursor(order: readonly Place[], row: StoredRow): string {
  return Buffer.from(JSON.stringify(order.map((key) => row[key]))).toString('base64url');
}

function decodeCursor(order: readonly Place[], cursor: string): unknown[] {
  try {
    const bounds = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (bounds.length === order.length && order.every((key, at) => isBound[key](bounds[at]))) return bounds;
  } catch {
    // falls through to the problem: the reason does not matter to the client
  }
  throw new Problem('validation-failed', {
    errors: [
      {
        pointer: '/query/cursor',
        code: 'bad-format',
        detail: 'This is no cursor that a list has given. Start again without one.',
      },
    ],
  });
}
