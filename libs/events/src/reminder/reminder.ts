import { Problem } from '@odolog/problems';
import { distanceM } from '@odolog/units';
import Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, Distance, LocalDate, text } from '../measures.js';

const every = Type.Object(
  { months: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })), distance: Type.Optional(Distance) },
  { ...closed, minProperties: 1 },
);

/** Something to be done by a date, by a distance, or by whichever comes first; once or again and again. */
export const reminder = defineEvent({
  type: 'reminder',
  version: 1,
  icon: 'bell',
  title: 'Reminder',
  data: Type.Object(
    {
      title: text(200),
      dueDate: Type.Optional(LocalDate),
      dueOdometer: Type.Optional(Distance),
      every: Type.Optional(every),
      /** What the next due date counts from: the day it was done, or the fixed schedule. */
      anchor: Type.Optional(Type.Enum(['completion', 'schedule'], { default: 'completion' })),
      serviceKind: Type.Optional(text(60)),
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
  summary: ({ title, dueDate, dueOdometer }, format) => {
    const due = [
      dueDate && `by ${format.date(dueDate)}`,
      dueOdometer && `at ${format.distance(dueOdometer)}`,
    ];
    return [title, due.filter(Boolean).join(' or ')].filter(Boolean).join(', ');
  },
  facts: ({ title, dueDate, dueOdometer, every: cycle, anchor, serviceKind }) => ({
    reminder: {
      title,
      ...(dueDate && { dueDate }),
      ...(dueOdometer && { dueOdometerM: distanceM(dueOdometer) }),
      ...(cycle && {
        every: {
          ...(cycle.months && { months: cycle.months }),
          ...(cycle.distance && { distanceM: distanceM(cycle.distance) }),
        },
      }),
      anchor: anchor ?? 'completion',
      ...(serviceKind && { serviceKind }),
    },
  }),
  check: ({ dueDate, dueOdometer, every: cycle }) => {
    if (dueDate ?? dueOdometer ?? cycle) return;
    const detail = 'Say when it is due: by a date, at an odometer reading, or every so often';
    throw new Problem('validation-failed', { errors: [{ pointer: '/data', code: 'missing', detail }] });
  },
  upcast: {},
});
