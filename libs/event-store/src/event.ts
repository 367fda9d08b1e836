import type { DistanceUnit } from '@odolog/units';

/** An odometer reading as typed. `void`: kept and shown, ignored by every calculation. */
export interface OdometerReading {
  readonly value: number;
  readonly unit: DistanceUnit;
  readonly void?: boolean;
}

/** What a command hands to the store. Already validated against the schema of its type. */
export interface EventToAppend {
  readonly tenantId: string;
  readonly vehicleId: string;
  /** Chosen by the client, or UUIDv7, or UUIDv5 of tenant and Idempotency-Key. Lower case. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Local date in the vehicle's zone, YYYY-MM-DD: the partition key. */
  readonly date: string;
  /** Instant, RFC 3339, millisecond precision. A place on `date` when no time is known: local noon, or the morning for a row of a file. */
  readonly occurredAt: string;
  /** False when `occurredAt` is only a place in the order of the day. */
  readonly timeKnown: boolean;
  readonly odometer: OdometerReading | null;
  /** Metres, of `odometer`. */
  readonly odometerM: number | null;
  readonly notes: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Why, for a correction or retraction. */
  readonly reason?: string;
  /** The event that this one supersedes. A `retraction` only hides it. */
  readonly correctsId?: string;
  readonly expectedVersion?: number;
  /** Profile id of the actor. */
  readonly recordedBy: string;
  /** `web`, `api`, `import:<import id>:<row>`, `sample` ... */
  readonly source: string;
}

/** An event as read back. */
export interface StoredEvent extends Omit<EventToAppend, 'expectedVersion' | 'correctsId' | 'reason'> {
  readonly reason: string | null;
  readonly correctsId: string | null;
  /** Place in the vehicle's stream, from 1. */
  readonly version: number;
  /** Tie-break of events at one instant: the version, or that of the event it corrects. */
  readonly orderVersion: number;
  /** Place in the tenant's order, from 1, gapless, in commit order. */
  readonly position: number;
  readonly recordedAt: string;
  /** SHA-256, hex, over the RFC 8785 canonical JSON of the content. */
  readonly contentHash: string;
  /** SHA-256(previous chain hash of the vehicle, content hash), hex. Genesis: SHA-256 of the vehicle id's 16 bytes. */
  readonly chainHash: string;
}

/** A reading beside which another does not fit. */
export interface NeighbourReading {
  readonly eventId: string;
  readonly date: string;
  readonly odometerM: number;
}

/** Hours beside which others do not fit. */
export interface NeighbourHours {
  readonly eventId: string;
  readonly date: string;
  readonly minutes: number;
}

/** How an append ended. Expected outcomes are values, never exceptions. */
export type AppendOutcome =
  | { readonly status: 'appended' | 'duplicate'; readonly version: number; readonly position: number }
  | { readonly status: 'version-conflict'; readonly version: number }
  | {
      readonly status: 'odometer-out-of-order';
      readonly previous: NeighbourReading | null;
      readonly next: NeighbourReading | null;
    }
  | {
      readonly status: 'hours-out-of-order';
      readonly previous: NeighbourHours | null;
      readonly next: NeighbourHours | null;
    }
  | { readonly status: 'id-reused' | 'unknown-vehicle' | 'unknown-target' | 'target-superseded' };
