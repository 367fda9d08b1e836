import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { knownTimeZone } from '../http/time-zone.js';
import { disjointPeriods } from './disjoint-periods.js';
import { closed, Currency, Instant, LocalDate, named, nullable, page, pageOf, Uuid } from '../http/schema.js';

const chargers = ['home', 'supercharger', 'destination', 'third_party', 'other'];
const unitPrice = Type.String({
  pattern: '^(0|[1-9][0-9]{0,6})([.][0-9]{1,6})?$',
  description: 'Per kWh, as a decimal',
});
const clock = '([01][0-9]|2[0-3]):[0-5][0-9]';
const words = Type.String({ minLength: 1, maxLength: 100 });

const Period = named(
  'TariffPeriod',
  closed({
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      description: 'Of the week, on which it begins: 1 is Monday',
    }),
    from: Type.String({ pattern: `^${clock}$`, description: 'HH:MM by the wall clock of the site' }),
    to: Type.String({
      pattern: `^(${clock}|24:00)$`,
      description: 'At or before `from` it is on the next day',
    }),
    unitPrice,
  }),
);

const told = {
  name: words,
  charger: Type.Enum(chargers),
  currency: Currency,
  validFrom: LocalDate,
  unitPrice,
};

/** What a kilowatt-hour costs at a site from a day on. */
export const NewTariff = named(
  'NewTariff',
  closed({
    ...told,
    place: Type.Optional(words),
    timeZone: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: "IANA; the vehicle's if missing" }),
    ),
    periods: Type.Optional(Type.Array(Period, { maxItems: 20 })),
  }),
);

export const Tariff = named(
  'Tariff',
  Type.Object({
    id: Uuid,
    vehicleId: Uuid,
    ...told,
    place: nullable(Type.String()),
    timeZone: Type.String(),
    periods: Type.Array(Period),
    createdAt: Instant,
  }),
);
export type Tariff = Static<typeof Tariff>;

const ofVehicle = Type.Object({ vehicleId: Uuid });
const tag = 'Tariffs';

export const createTariff = route({
  method: 'POST',
  path: '/v1/vehicles/:vehicleId/tariffs',
  operation: 'createTariff',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary:
    'What a kilowatt-hour costs at a site from a day on; charges recorded from now on take their cost from it',
  params: ofVehicle,
  body: NewTariff,
  rules: [knownTimeZone, disjointPeriods],
  answers: { 201: Tariff },
  problems: ['unknown-time-zone'],
});
export const listTariffs = route({
  method: 'GET',
  path: '/v1/vehicles/:vehicleId/tariffs',
  operation: 'listTariffs',
  tag,
  access: 'vehicle.read',
  summary: 'The tariffs of a vehicle, the latest first',
  params: ofVehicle,
  query: closed(page),
  answers: { 200: pageOf('Tariffs', Tariff) },
});
export const removeTariff = route({
  method: 'DELETE',
  path: '/v1/vehicles/:vehicleId/tariffs/:tariffId',
  operation: 'removeTariff',
  tag,
  access: 'vehicle.manage',
  heedsVersion: true,
  summary: 'Take a tariff away; what charges cost by it stays in them',
  params: Type.Object({ vehicleId: Uuid, tariffId: Uuid }),
  answers: { 204: Type.Null() },
});
