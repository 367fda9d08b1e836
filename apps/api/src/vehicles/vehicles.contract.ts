import Type, { type Static } from 'typebox';
import { AllowedActions } from '../access/access.schema.js';
import { route } from '../http/contract.js';
import { knownTimeZone } from '../http/time-zone.js';
import { VehicleSummary } from '../insights/insights.contract.js';
import {
  afterPosition,
  closed,
  Currency,
  DistanceUnit,
  Instant,
  LocalDate,
  named,
  nullable,
  page,
  pageOf,
  Uuid,
  Version,
  VolumeUnit,
} from '../http/schema.js';
import { calledSomething } from './called-something.js';
import { possibleVin } from './vin.js';

export const vehicleKinds = ['car', 'estate', 'motorcycle', 'van', 'suv', 'truck', 'other'] as const;
const energies = ['petrol', 'diesel', 'e85', 'lpg', 'cng', 'hydrogen', 'electricity', 'other'] as const;

const Line = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' });
const TimeZone = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'IANA name, such as Europe/Berlin',
});
const Energies = Type.Array(Type.Enum([...energies]), { uniqueItems: true, maxItems: energies.length });
const Year = Type.Integer({ minimum: 1885, maximum: 2100 });
/** Of the largest lorry, and then some. */
const BatteryWh = Type.Integer({
  minimum: 100,
  maximum: 2_000_000,
  description: 'What the battery holds when it is full, in watt-hours',
});
const Vin = Type.String({ minLength: 1, maxLength: 17 });

const settings = {
  kind: Type.Optional(Type.Enum([...vehicleKinds])),
  timeZone: Type.Optional(TimeZone),
  currency: Type.Optional(Currency),
  distanceUnit: Type.Optional(DistanceUnit),
  volumeUnit: Type.Optional(VolumeUnit),
  energies: Type.Optional(Energies),
};

const description = {
  nickname: Type.Optional(nullable(Line)),
  make: Type.Optional(nullable(Line)),
  model: Type.Optional(nullable(Line)),
  year: Type.Optional(nullable(Year)),
  trim: Type.Optional(nullable(Line)),
  engine: Type.Optional(nullable(Line)),
  batteryWh: Type.Optional(nullable(BatteryWh)),
  color: Type.Optional(nullable(Line)),
  vin: Type.Optional(nullable(Vin)),
  licensePlate: Type.Optional(nullable(Line)),
  garageId: Type.Optional(nullable(Uuid)),
};

/** A nickname, or a make and a model, is all that is needed; units, currency and zone come from the profile. */
export const NewVehicle = named(
  'NewVehicle',
  closed({ id: Type.Optional(Uuid), ...description, ...settings }),
);
const VehicleChanges = named(
  'VehicleChanges',
  closed({
    ...description,
    ...settings,
    imageId: Type.Optional(
      nullable(Type.String({ format: 'uuid', description: 'Of its files, the picture that it is shown by' })),
    ),
  }),
);

export const Vehicle = named(
  'Vehicle',
  Type.Object({
    id: Uuid,
    nickname: Type.String(),
    make: nullable(Type.String()),
    model: nullable(Type.String()),
    year: nullable(Type.Integer()),
    trim: nullable(Type.String()),
    engine: nullable(Type.String()),
    batteryWh: nullable(Type.Integer()),
    color: nullable(Type.String()),
    vin: nullable(Type.String()),
    licensePlate: nullable(Type.String()),
    garageId: nullable(Uuid),
    imageId: nullable(Uuid),
    kind: Type.Enum([...vehicleKinds]),
    timeZone: Type.String(),
    currency: Currency,
    distanceUnit: DistanceUnit,
    volumeUnit: VolumeUnit,
    energies: Type.Array(Type.String()),
    version: Version,
    revision: Type.Integer({
      description: 'How often the vehicle itself was changed; with the version it is the ETag',
    }),
    createdAt: Instant,
    updatedAt: Instant,
    deletedAt: nullable(Instant),
    handedOverAt: nullable(Instant),
    warnings: Type.Optional(
      Type.Array(Type.Object({ code: Type.String(), detail: Type.String() }), {
        description: 'Of a write: accepted, but worth a look, such as a VIN whose check digit is wrong',
      }),
    ),
    life: Type.Optional(
      nullable(
        named(
          'LifeTurn',
          Type.Object({
            stage: Type.Enum(['acquired', 'sold', 'transferred', 'archived']),
            date: LocalDate,
            eventId: Uuid,
          }),
        ),
      ),
    ),
    summary: Type.Optional(VehicleSummary),
    allowed: Type.Optional(AllowedActions),
  }),
);
export type Vehicle = Static<typeof Vehicle>;

const one = Type.Object({ vehicleId: Uuid });
const tag = 'Vehicles';

export const createVehicle = route({
  method: 'POST',
  path: '/v1/vehicles',
  operation: 'createVehicle',
  tag,
  access: 'vehicle.manage',
  onceBy: 'command',
  narrows: true,
  summary: 'Add a vehicle',
  body: NewVehicle,
  rules: [calledSomething, knownTimeZone, possibleVin],
  sends: ['ETag', 'Location'],
  answers: { 201: Vehicle, 200: Vehicle },
  problems: ['vin-invalid', 'vin-taken', 'unknown-time-zone'],
});
export const listVehicles = route({
  method: 'GET',
  path: '/v1/vehicles',
  operation: 'listVehicles',
  tag,
  access: 'vehicle.read',
  narrows: true,
  summary: 'The vehicles of the tenant, each with its summary',
  query: closed({
    ...page,
    ...afterPosition,
    garageId: Type.Optional(Uuid),
    include: Type.Optional(Type.Enum(['deleted'])),
  }),
  answers: { 200: pageOf('VehiclePage', Vehicle) },
});
export const getVehicle = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId',
  operation: 'getVehicle',
  tag,
  access: 'vehicle.read',
  summary: 'One vehicle with its summary',
  params: one,
  query: closed(afterPosition),
  sends: ['ETag'],
  answers: { 200: Vehicle },
});
export const changeVehicle = route({
  method: 'PATCH',
  path: '/v1/vehicles/:vehicleId',
  operation: 'changeVehicle',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Change what is said about a vehicle',
  params: one,
  body: VehicleChanges,
  // held to its schema beside what the vehicle is: which VIN it may carry follows from its year
  bodyAtDoor: Type.Object({}),
  sends: ['ETag'],
  answers: { 200: Vehicle },
  problems: ['vehicle-handed-over', 'vin-invalid', 'vin-taken', 'unknown-time-zone'],
});
export const deleteVehicle = route({
  method: 'DELETE',
  path: '/v1/vehicles/:vehicleId',
  operation: 'deleteVehicle',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Hide a vehicle; it can be restored',
  params: one,
  answers: { 204: Type.Null() },
  problems: [],
});
export const restoreVehicle = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/restore',
  operation: 'restoreVehicle',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Bring a deleted vehicle back',
  params: one,
  sends: ['ETag'],
  answers: { 200: Vehicle },
  problems: ['vin-taken'],
});
