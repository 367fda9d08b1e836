import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import {
  afterPosition,
  closed,
  DistanceUnit,
  Integer,
  LocalDate,
  named,
  nullable,
  Uuid,
} from '../http/schema.js';
import { Economy } from '../timeline/timeline.contract.js';
import { Vehicle } from '../vehicles/vehicles.contract.js';

export const Fleet = named(
  'Fleet',
  Type.Object({
    items: Type.Array(
      named(
        'FleetLine',
        Type.Object({
          vehicleId: Uuid,
          distanceThisMonthM: {
            ...Integer,
            description:
              'From the first day of the month to the last reading: what was driven between two readings counts evenly for the days between them',
          },
          energy: nullable(
            Type.String({ description: 'What the economy is of: the energy that was used last' }),
          ),
          economy: nullable(Economy),
          economies: Type.Array(
            named('EnergyEconomy', Type.Object({ energy: Type.String(), ...Economy.properties })),
            { description: 'Of each energy that was used of late, the one that was used last first' },
          ),
          drivers: Type.Array(Type.Object({ id: Uuid, name: nullable(Type.String()) })),
        }),
      ),
    ),
  }),
);
export type Fleet = Static<typeof Fleet>;

export const getFleet = route({
  method: 'GET',
  path: '/v1/fleet',
  operation: 'getFleet',
  tag: 'Vehicles',
  access: 'vehicle.read',
  narrows: true,
  summary:
    'Every vehicle’s distance this month, economy of the last three months beside its usual, and drivers',
  query: closed(afterPosition),
  answers: { 200: Fleet },
});

const { id, nickname, make, model, year, trim, kind } = Vehicle.properties;
const { timeZone, currency, distanceUnit, volumeUnit, energies } = Vehicle.properties;

export const Glance = named(
  'Glance',
  Type.Object({
    items: Type.Array(
      named(
        'VehicleGlance',
        Type.Object({
          ...{ id, nickname, make, model, year, trim, kind },
          ...{ timeZone, currency, distanceUnit, volumeUnit, energies },
          mayRecord: Type.Boolean({ description: 'Whether the caller may write something down for it' }),
          mayManage: Type.Boolean({
            description: 'Whether that may be a turn in its life, such as its sale',
          }),
          former: Type.Boolean({ description: 'Sold, handed over or laid up: read, and no more driven' }),
          lastDate: nullable(LocalDate),
          odometer: nullable(Type.Object({ value: Type.Number(), unit: DistanceUnit, date: LocalDate })),
          economy: Type.Array(
            Type.Object({ energy: Type.String(), lPer100Km: Type.Optional(Type.Number()) }),
          ),
        }),
      ),
    ),
    counts: Type.Object(
      {
        present: Integer,
        former: Integer,
        unread: { ...Integer, description: 'Notifications in the app that the caller has not seen' },
      },
      { description: 'Of all that one may see' },
    ),
  }),
);
export type Glance = Static<typeof Glance>;

export const getGlance = route({
  method: 'GET',
  path: '/v1/fleet/glance',
  operation: 'getGlance',
  tag: 'Vehicles',
  access: 'vehicle.read',
  narrows: true,
  summary: 'The vehicles that one may see, with as much as lists and entry forms need; all in one answer',
  query: closed({
    ...afterPosition,
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 200, description: 'Of more vehicles, those written to last' }),
    ),
  }),
  answers: { 200: Glance },
});
