import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { tokenPattern } from '../http/link-token.js';
import {
  closed,
  DistanceUnit,
  Instant,
  LocalDate,
  named,
  nullable,
  page,
  pageOf,
  Position,
  Uuid,
} from '../http/schema.js';
import { vehicleKinds } from '../vehicles/vehicles.contract.js';

/** What goes along besides the history of the vehicle itself. */
const TransferContents = named(
  'TransferContents',
  Type.Object({ costs: Type.Boolean(), notes: Type.Boolean(), documents: Type.Boolean() }),
);
export type TransferContents = Static<typeof TransferContents>;

const Status = Type.Enum(['pending', 'expired', 'accepted', 'declined', 'revoked']);
const offer = { email: Type.String(), contents: TransferContents, status: Status, expiresAt: Instant };
const transfer = { id: Uuid, vehicleId: Uuid, ...offer, createdAt: Instant };

const Transfer = named('Transfer', Type.Object(transfer));
export type Transfer = Static<typeof Transfer>;

/** The link is told to whoever offers, this once, so that it can also be handed over where no mail leaves the house. */
const SentTransfer = named(
  'SentTransfer',
  Type.Object({
    ...transfer,
    link: nullable(Type.String({ description: 'Told once; null when the same request is answered again' })),
    mail: Type.Enum(['sent', 'outbox', 'failed', 'not-sent']),
  }),
);
export type SentTransfer = Static<typeof SentTransfer>;

/** What someone who holds the link is told. */
const TransferOffer = named(
  'TransferOffer',
  Type.Object({
    ...offer,
    offeredBy: nullable(Type.String()),
    vehicle: Type.Object({
      make: nullable(Type.String()),
      model: nullable(Type.String()),
      year: nullable(Type.Integer()),
      trim: nullable(Type.String()),
      color: nullable(Type.String()),
      kind: Type.Enum([...vehicleKinds]),
      vinEnding: nullable(Type.String({ description: 'The last five signs of its VIN' })),
    }),
    history: Type.Object({
      events: Type.Integer({ description: 'Of which those stay that say nothing but what is private' }),
      firstDate: nullable(LocalDate),
      odometer: nullable(Type.Object({ value: Type.Number(), unit: DistanceUnit })),
    }),
  }),
);
export type TransferOffer = Static<typeof TransferOffer>;

const Received = named(
  'ReceivedVehicle',
  Type.Object({
    vehicleId: Uuid,
    tenantId: Uuid,
    position: Position,
  }),
);
export type ReceivedVehicle = Static<typeof Received>;

const ofVehicle = Type.Object({ vehicleId: Uuid });
const byToken = Type.Object({ transferToken: Type.String({ pattern: tokenPattern }) });
const tag = 'Transfers';

export const offerTransfer = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/transfers',
  operation: 'offerTransfer',
  tag,
  onceBy: 'command',
  sendsMail: true,
  access: 'vehicle.transfer',
  heedsVersion: true,
  summary: 'Offer a vehicle with its history to somebody, by mail; an older offer of it ends',
  params: ofVehicle,
  body: named(
    'NewTransfer',
    closed({
      email: Type.String({ format: 'email', maxLength: 254 }),
      contents: Type.Optional(
        closed({
          costs: Type.Optional(Type.Boolean()),
          notes: Type.Optional(Type.Boolean()),
          documents: Type.Optional(Type.Boolean()),
        }),
      ),
    }),
  ),
  answers: { 201: SentTransfer, 200: SentTransfer },
  problems: ['vehicle-handed-over'],
});
export const listTransfers = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/transfers',
  operation: 'listTransfers',
  tag,
  access: 'vehicle.transfer',
  summary: 'To whom a vehicle was offered, newest first',
  params: ofVehicle,
  query: closed(page),
  answers: { 200: pageOf('Transfers', Transfer) },
});
export const revokeTransfer = route({
  method: 'DELETE',
  path: '/v1/vehicles/:vehicleId/transfers/:transferId',
  operation: 'revokeTransfer',
  tag,
  access: 'vehicle.transfer',
  heedsVersion: true,
  summary: 'Take an offer back before it is accepted',
  params: Type.Object({ vehicleId: Uuid, transferId: Uuid }),
  answers: { 204: Type.Null() },
  problems: ['transfer-closed'],
});
export const getTransfer = route({
  method: 'GET',
  path: '/v1/transfers/:transferToken',
  operation: 'getTransfer',
  tag,
  access: 'public',
  summary: 'What one is offered, for whoever holds the link',
  params: byToken,
  answers: { 200: TransferOffer },
});
export const acceptTransfer = route({
  method: 'POST',
  path: '/v1/transfers/:transferToken/accept',
  operation: 'acceptTransfer',
  tag,
  access: 'vehicle.transfer',
  narrows: true,
  summary: 'Take the vehicle over, into the tenant of the request; the same again answers the same',
  params: byToken,
  body: named(
    'TransferAcceptance',
    closed({
      garageId: Type.Optional(nullable(Uuid)),
      confirmAddress: Type.Optional(
        Type.Boolean({ description: 'Take it over although it was offered to another address of mine' }),
      ),
    }),
  ),
  answers: { 200: Received },
  problems: [
    'transfer-closed',
    'transfer-for-another-address',
    'transfer-to-itself',
    'vin-taken',
    'history-altered',
  ],
});
export const declineTransfer = route({
  method: 'POST',
  path: '/v1/transfers/:transferToken/decline',
  operation: 'declineTransfer',
  tag,
  access: 'public',
  summary: 'Say no, which ends the offer',
  params: byToken,
  answers: { 204: Type.Null() },
  problems: ['transfer-closed'],
});
