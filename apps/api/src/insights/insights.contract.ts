import { reminderStates } from '@odolog/vehicle';
import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import {
  afterPosition,
  closed,
  Currency,
  DistanceUnit,
  Instant,
  Integer,
  LocalDate,
  Money,
  Month,
  named,
  nullable,
  OdometerAsTyped,
  Position,
  Uuid,
} from '../http/schema.js';
import { pointOfView } from './point-of-view.js';

const figure = Type.Optional(Type.Number());
/** A distance, what it took, and the figures that people compare: absent where there is nothing to divide. */
export const consumption = {
  distanceM: Integer,
  volumeMl: Integer,
  energyWh: Integer,
  lPer100Km: figure,
  kmPerL: figure,
  mpgUs: figure,
  mpgUk: figure,
  kWhPer100Km: figure,
  miPerKWh: figure,
  mpge: figure,
};

/** Of charges, where it is known: what came out of the socket, what was paid for, and what never reached the battery. */
const charging = { drawnWh: Type.Optional(Integer), billedWh: Type.Optional(Integer), lossPercent: figure };

const sum = Type.Optional(Money);
/** Running cost by the kilometre; apart from it what was paid for the vehicle, what it brought in, and the difference. */
const costFigures = {
  perKm: sum,
  purchase: sum,
  sale: sum,
  depreciation: sum,
  depreciationPerKm: sum,
};

const EnergyAverage = named(
  'EnergyAverage',
  Type.Object({ energy: Type.String(), segments: Integer, ...consumption, ...charging }),
);

export const VehicleSummary = named(
  'VehicleSummary',
  Type.Object({
    vehicleId: Uuid,
    asOf: LocalDate,
    odometer: nullable(
      Type.Object({
        value: Type.Number(),
        unit: DistanceUnit,
        odometerM: Integer,
        trueM: Integer,
        date: LocalDate,
        eventId: Uuid,
      }),
    ),
    hours: nullable(Type.Object({ hours: Type.Number(), minutes: Integer, date: LocalDate, eventId: Uuid })),
    economy: Type.Array(EnergyAverage),
    cost: Type.Array(
      Type.Object({
        currency: Currency,
        total: Money,
        running: Money,
        thisMonth: Money,
        last12Months: Money,
        ...costFigures,
      }),
    ),
    counts: Type.Object({ events: Integer, byType: Type.Record(Type.String(), Integer) }),
    firstDate: nullable(LocalDate),
    lastEvent: nullable(
      Type.Object({ id: Uuid, type: Type.String(), date: LocalDate, summary: Type.String() }),
    ),
    nextDue: nullable(
      Type.Object({
        eventId: Uuid,
        reminderId: Uuid,
        title: Type.String(),
        serviceKind: Type.Optional(Type.String({ description: 'The work that settles it' })),
        state: Type.Enum([...reminderStates]),
        dueDate: Type.Optional(LocalDate),
        dueOdometerM: Type.Optional(Integer),
        dueOn: Type.Optional(LocalDate),
        used: Type.Optional(Type.Number({ description: 'Share of the interval that is used; 1 is due' })),
        every: Type.Optional(
          Type.Object(
            {
              months: Type.Optional(Integer),
              distanceM: Type.Optional(Integer),
              hours: Type.Optional(Type.Number()),
            },
            { description: 'The interval, by whichever is over first; missing where it comes once' },
          ),
        ),
        anchor: Type.Enum(['completion', 'schedule'], {
          description: 'What the next interval counts from: the work, or the day that it was due',
        }),
      }),
    ),
    position: Position,
  }),
);
export type VehicleSummary = Static<typeof VehicleSummary>;

const FuelEconomy = named(
  'FuelEconomy',
  Type.Object({
    segments: Type.Array(
      named(
        'FuelSegment',
        Type.Object({
          energy: Type.String(),
          fromEventId: Uuid,
          toEventId: Uuid,
          fromDate: LocalDate,
          toDate: LocalDate,
          fromOdometerM: Integer,
          toOdometerM: Integer,
          status: Type.Enum(['closed', 'void', 'anomaly']),
          reason: nullable(Type.String()),
          ...consumption,
          ...charging,
        }),
      ),
    ),
    averages: Type.Array(EnergyAverage),
  }),
);

const Costs = named(
  'Costs',
  Type.Object({
    items: Type.Array(
      Type.Object({
        month: Month,
        category: Type.String(),
        currency: Currency,
        total: Money,
        count: Integer,
      }),
    ),
    totals: Type.Array(
      Type.Object({
        currency: Currency,
        total: Money,
        running: Money,
        count: Integer,
        ...costFigures,
      }),
    ),
    distanceM: Integer,
  }),
);
export type Costs = Static<typeof Costs>;

const moment = {
  occurredAt: Instant,
  timeKnown: Type.Boolean({
    description: 'False where nobody said a time: `occurredAt` is then only a place in the order of the day',
  }),
};
const reading = Type.Object({
  eventId: Uuid,
  date: LocalDate,
  ...moment,
  odometer: OdometerAsTyped,
  odometerM: Integer,
  trueM: nullable(Integer),
  void: Type.Boolean(),
});
const hours = Type.Object({
  eventId: Uuid,
  date: LocalDate,
  ...moment,
  hours: Type.Number(),
  minutes: Integer,
  trueMin: nullable(
    Type.Integer({
      description: 'As if one meter had counted from the first reading on; null of void hours',
    }),
  ),
  void: Type.Boolean(),
});
const OdometerHistory = named(
  'OdometerHistory',
  Type.Object({
    readings: Type.Array(reading),
    current: nullable(reading),
    hours: Type.Object({ readings: Type.Array(hours), current: nullable(hours) }),
  }),
);
export type OdometerHistory = Static<typeof OdometerHistory>;

const Months = named(
  'VehicleMonths',
  Type.Object({
    items: Type.Array(
      Type.Object({
        month: Month,
        events: Integer,
        distanceM: {
          ...Integer,
          description:
            'From its first day to its end: what was driven between two readings counts evenly for the days between them. The running month ends with its last reading; nothing counts before the first reading or after the last',
        },
        distanceComplete: Type.Boolean({
          description:
            'Whether it was read on or before its first day, and after its end: of any other month a part of the distance is missing beside its costs',
        }),
        costs: Type.Array(
          Type.Object({
            currency: Currency,
            total: Money,
            byCategory: Type.Record(Type.String(), Money),
          }),
        ),
      }),
    ),
  }),
);

export type Months = Static<typeof Months>;

const params = Type.Object({ vehicleId: Uuid });
const query = closed({ ...afterPosition, ...pointOfView });
const from = (description: string) => ({ from: Type.Optional(Type.String({ format: 'date', description })) });
const tag = 'Insights';
const read = { method: 'GET', tag, access: 'vehicle.read', params } as const;

export const getSummary = route({
  ...read,
  path: '/v1/vehicles/:vehicleId/summary',
  operation: 'getSummary',
  summary: 'Odometer, economy, cost, counts and what is due, now or as it was',
  query,
  answers: { 200: VehicleSummary },
});
export const getFuelEconomy = route({
  ...read,
  path: '/v1/vehicles/:vehicleId/fuel-economy',
  operation: 'getFuelEconomy',
  summary: 'Segments from full fill to full fill, and an average for each energy; over all time or a window',
  query: closed({
    ...afterPosition,
    ...pointOfView,
    ...from('Only segments that close on this day or later, and their averages'),
  }),
  answers: { 200: FuelEconomy },
});
export const getCosts = route({
  ...read,
  path: '/v1/vehicles/:vehicleId/costs',
  operation: 'getCosts',
  summary:
    'Cost by month, category and currency, by the kilometre, and depreciation apart; over all time or a window',
  query: closed({ ...afterPosition, ...pointOfView, from: Type.Optional(LocalDate) }),
  answers: { 200: Costs },
});
export const getOdometer = route({
  ...read,
  path: '/v1/vehicles/:vehicleId/odometer',
  operation: 'getOdometer',
  summary: 'Readings of the odometer and of the hours meter, newest first, and those in force',
  query: closed({
    ...afterPosition,
    ...pointOfView,
    ...from('Only odometer readings of this day or later'),
  }),
  answers: { 200: OdometerHistory },
});
export const getMonths = route({
  ...read,
  path: '/v1/vehicles/:vehicleId/months',
  operation: 'getMonths',
  summary: 'Events, distance and cost of each month, newest first',
  query,
  answers: { 200: Months },
});
