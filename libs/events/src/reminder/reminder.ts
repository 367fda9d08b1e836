import { Problem } from '@odolog/problems';
import { distanceM, type Distance as DistanceAsTyped } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, Distance, LocalDate, text } from '../measures.js';

const [earliestDate, latestDate] = ['1900-01-01', '2199-12-31'];
const hours = Type.Number({ minimum: 0, maximum: 1_000_000 });
const interval = Type.Number({ minimum: 0.1, maximum: 100_000 });
const every = Type.Object(
  {
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
    distance: Type.Optional(Distance),
    hours: Type.Optional(interval),
  },
  { ...closed, minProperties: 1 },
);
const soon = Type.Object(
  {
    days: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
    distance: Type.Optional(Distance),
    hours: Type.Optional(hours),
  },
  { ...closed, minProperties: 1 },
);

/** Something to be done by a date, a distance, hours of use, or whichever comes first; once or again and again. */
export const reminder = defineEvent({
  type: 'reminder',
  version: 2,
  icon: 'bell',
  family: 'reminder',
  title: 'Reminder',
  data: Type.Object(
    {
      title: text(200),
      dueDate: Type.Optional(LocalDate),
      dueOdometer: Type.Optional(Distance),
      /** On the hours meter. */
      dueHours: Type.Optional(hours),
      every: Type.Optional(every),
      /** What the next due date counts from: the day it was done, or the fixed schedule. */
      anchor: Type.Optional(Type.Enum(['completion', 'schedule'], { default: 'completion' })),
      /** Work of this kind completes it. */
      serviceKind: Type.Optional(text(60)),
      /** How long before it is due it is due soon; reckoned from its interval and the vehicle's usage when missing. */
      soon: Type.Optional(soon),
    },
    closed,
  ),
  example: {
    title: 'Oil and filter',
    dueDate: '2027-05-01',
    dueOdometer: { value: 62_000, unit: 'km' },
    every: { months: 12, distance: { value: 6000, unit: 'km' } },
    anchor: 'completion',
    serviceKind: 'engine-oil',
  },
  summary: ({ title, dueDate, dueOdometer, dueHours }, format) => {
    const due = [
      dueDate && format.say('by {date}', { date: format.date(dueDate) }),
      dueOdometer && format.say('at {reading}', { reading: format.distance(dueOdometer) }),
      dueHours !== undefined && format.say('at {reading}', { reading: format.hours(dueHours) }),
    ];
    const limits = due.filter(Boolean).join(` ${format.say('or')} `);
    return [format.say('Reminder set: {title}', { title }), limits].filter(Boolean).join(', ');
  },
  facts: ({ title, dueDate, dueOdometer, dueHours, every: cycle, anchor, serviceKind, soon: early }) => ({
    reminder: {
      title,
      ...(dueDate && { dueDate }),
      ...(dueOdometer && { dueOdometerM: distanceM(dueOdometer), dueOdometerUnit: dueOdometer.unit }),
      ...(dueHours !== undefined && { dueRuntimeMin: minutes(dueHours) }),
      ...(cycle && {
        every: {
          ...(cycle.months && { months: cycle.months }),
          ...ofMeters(cycle),
          ...(cycle.distance && { distanceUnit: cycle.distance.unit }),
        },
      }),
      anchor: anchor ?? 'completion',
      ...(serviceKind && { serviceKind }),
      ...(early && { soon: { ...(early.days !== undefined && { days: early.days }), ...ofMeters(early) } }),
    },
  }),
  rules: [
    {
      reads: ['/data/dueDate'],
      check: ({ dueDate }) => {
        if (dueDate !== undefined && (dueDate < earliestDate || dueDate > latestDate))
          throw fault('/data/dueDate', 'out-of-range', `Must lie between ${earliestDate} and ${latestDate}`);
      },
    },
    {
      reads: ['/data/every'],
      check: ({ every: cycle }) => {
        if (cycle?.distance && cycle.distance.value < 1)
          throw fault('/data/every/distance/value', 'too-small', 'Must be at least 1');
      },
    },
    {
      reads: ['/data/dueDate', '/data/dueOdometer', '/data/dueHours', '/data/every'],
      check: ({ dueDate, dueOdometer, dueHours, every: cycle }) => {
        if ([dueDate, dueOdometer, dueHours, cycle].some((limit) => limit !== undefined)) return;
        const detail =
          'Say when it is due: by a date, at an odometer reading, at hours of use, or every so often';
        throw fault('/data', 'missing', detail);
      },
    },
  ],
  // The second version knows hours of use and thresholds; what the first one said stays as it was.
  upcast: { 1: (data) => data },
});

function fault(pointer: string, code: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, code, detail }] });
}

function minutes(inHours: number): number {
  return Math.round(inHours * 60);
}

function ofMeters({ distance, hours: time }: { distance?: DistanceAsTyped; hours?: number }) {
  return {
    ...(distance && { distanceM: distanceM(distance) }),
    ...(time !== undefined && { runtimeMin: minutes(time) }),
  };
}
