import { sql } from 'kysely';
import type { OdometerReading, StoredEvent } from './event.js';

/** The columns that every reader of events selects, in the names of StoredEvent. */
export const storedColumns = sql.raw(`
  e.tenant_id, e.vehicle_id, e.id, e.type, e.schema_version, e.date, e.occurred_at, e.time_known,
  e.payload, e.odometer_m, e.notes, e.version, e.order_version, e.position, e.corrects_id, e.source, e.recorded_at, e.recorded_by,
  encode(e.content_hash, 'hex') AS content_hash, encode(e.chain_hash, 'hex') AS chain_hash`);

/** A row of `storedColumns`. */
export interface StoredRow {
  readonly tenantId: string;
  readonly vehicleId: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly date: string;
  readonly occurredAt: Date;
  readonly timeKnown: boolean;
  readonly payload: {
    readonly data: Readonly<Record<string, unknown>>;
    readonly odometer?: OdometerReading;
    readonly reason?: string;
  };
  readonly odometerM: number | null;
  readonly notes: string | null;
  readonly version: number;
  readonly orderVersion: number;
  readonly position: number;
  readonly correctsId: string | null;
  readonly source: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly contentHash: string;
  readonly chainHash: string;
}

export function storedEvent({ payload, occurredAt, recordedAt, ...row }: StoredRow): StoredEvent {
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    data: payload.data,
    odometer: payload.odometer ?? null,
    reason: payload.reason ?? null,
  };
}
