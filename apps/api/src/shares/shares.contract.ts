import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import {
  closed,
  DistanceUnit,
  Instant,
  Integer,
  LocalDate,
  Money,
  Month,
  named,
  nullable,
  OdometerAsTyped,
  page,
  pageOf,
  Uuid,
  VolumeUnit,
} from '../http/schema.js';
import { consumption } from '../insights/insights.contract.js';
import { vehicleKinds } from '../vehicles/vehicles.contract.js';

const off = Type.Boolean({ default: false });
/** All off unless chosen. Who owned, drove, repaired or paid, and where, is never shown. */
const ShareContents = named(
  'ShareContents',
  closed({
    costs: Type.Optional(off),
    notes: Type.Optional(off),
    documents: Type.Optional(off),
    vin: Type.Optional(off),
  }),
);
const Chosen = Type.Object({
  costs: Type.Boolean(),
  notes: Type.Boolean(),
  documents: Type.Boolean(),
  vin: Type.Boolean(),
});
export type Chosen = Static<typeof Chosen>;

const NewShare = named(
  'NewShare',
  closed({
    expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 14 })),
    contents: Type.Optional(ShareContents),
  }),
);

const share = {
  id: Uuid,
  vehicleId: Uuid,
  contents: Chosen,
  expiresAt: Instant,
  createdAt: Instant,
  createdBy: nullable(
    Type.String({ description: 'What they are called who made it; null once their account is gone' }),
  ),
  revokedAt: nullable(Instant),
};
const Share = named('Share', Type.Object(share));
export type Share = Static<typeof Share>;
const CreatedShare = named(
  'CreatedShare',
  Type.Object({
    ...share,
    token: Type.String({ description: 'Told this once: only its hash is kept' }),
    url: Type.String(),
  }),
);
export type CreatedShare = Static<typeof CreatedShare>;

const Entry = named(
  'SharedEntry',
  Type.Object({
    date: LocalDate,
    type: Type.String(),
    summary: Type.String(),
    odometer: nullable(OdometerAsTyped),
    cost: nullable(Money),
    notes: nullable(Type.String()),
    recordedOn: LocalDate,
  }),
);
export type SharedEntry = Static<typeof Entry>;

/** What was entered first, and what stands there now: null where it was taken back, or is not shown. */
const Correction = named(
  'SharedCorrection',
  Type.Object({
    date: LocalDate,
    type: Type.String(),
    kind: Type.Enum(['corrected', 'retracted', 'void']),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
    reason: nullable(Type.String()),
    daysLater: Integer,
  }),
);
export type SharedCorrection = Static<typeof Correction>;

/** A vehicle's history as a buyer sees it. */
export const SharedHistory = named(
  'SharedHistory',
  Type.Object({
    expiresAt: Instant,
    contents: Chosen,
    vehicle: Type.Object({
      make: nullable(Type.String()),
      model: nullable(Type.String()),
      year: nullable(Integer),
      trim: nullable(Type.String()),
      color: nullable(Type.String()),
      kind: Type.Enum([...vehicleKinds]),
      vin: nullable(Type.String({ description: 'Only if chosen' })),
      vinEnding: nullable(Type.String({ description: 'Its last five signs' })),
      distanceUnit: DistanceUnit,
      volumeUnit: VolumeUnit,
    }),
    seal: Type.Object({
      unchanged: Type.Boolean(),
      checkedAt: Instant,
      events: Integer,
      chainHash: Type.String({ description: 'SHA-256, hex' }),
    }),
    firstDate: nullable(LocalDate),
    odometer: nullable(Type.Object({ value: Type.Number(), unit: DistanceUnit, date: LocalDate })),
    inspectionValidUntil: nullable(LocalDate),
    economy: Type.Array(
      named('SharedEconomy', Type.Object({ energy: Type.String(), segments: Integer, ...consumption })),
    ),
    months: Type.Array(Type.Object({ month: Month, events: Integer, corrected: Integer })),
    readings: Type.Array(Type.Object({ date: LocalDate, odometerM: Integer, type: Type.String() })),
    entries: Type.Array(Entry),
    corrections: Type.Array(Correction),
  }),
);
export type SharedHistory = Static<typeof SharedHistory>;

const ofVehicle = Type.Object({ vehicleId: Uuid });
const tag = 'Shares';

export const createShare = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/shares',
  operation: 'createShare',
  tag,
  access: 'share.manage',
  heedsVersion: true,
  summary: 'A link for a buyer: read only, expiring, without private data',
  params: ofVehicle,
  body: NewShare,
  answers: { 201: CreatedShare },
});
export const listShares = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/shares',
  operation: 'listShares',
  tag,
  access: 'share.manage',
  summary: 'Links of a vehicle, newest first, the expired and revoked ones too',
  params: ofVehicle,
  query: closed(page),
  answers: { 200: pageOf('Shares', Share) },
});
export const revokeShare = route({
  method: 'DELETE',
  path: '/v1/vehicles/:vehicleId/shares/:shareId',
  operation: 'revokeShare',
  tag,
  access: 'share.manage',
  heedsVersion: true,
  summary: 'Close a link at once',
  params: Type.Object({ vehicleId: Uuid, shareId: Uuid }),
  answers: { 204: Type.Null() },
});
export const getSharedHistory = route({
  method: 'GET',
  path: '/v1/shares/:shareToken',
  operation: 'getSharedHistory',
  tag,
  access: 'public',
  summary: 'What the holder of a link sees',
  params: Type.Object({
    shareToken: Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]{43}$' }),
  }),
  query: closed({
    locale: Type.Optional(
      Type.String({
        maxLength: 35,
        default: 'en',
        description: 'In which language and way of writing numbers, BCP 47',
      }),
    ),
  }),
  answers: { 200: SharedHistory },
});
