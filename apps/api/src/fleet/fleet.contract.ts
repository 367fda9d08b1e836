import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { afterPosition, closed, Integer, named, nullable, Uuid } from '../http/schema.js';
import { Economy } from '../timeline/timeline.contract.js';

export const Fleet = named(
  'Fleet',
  Type.Object({
    items: Type.Array(
      named(
        'FleetLine',
        Type.Object({
          vehicleId: Uuid,
          distanceThisMonthM: Integer,
          energy: nullable(
            Type.String({ description: 'What the economy is of: the energy that was used last' }),
          ),
          economy: nullable(Economy),
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
