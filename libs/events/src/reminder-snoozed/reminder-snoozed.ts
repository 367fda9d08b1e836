import { distanceM } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, Distance, LocalDate, text } from '../measures.js';

/** A reminder was put off until a day, an odometer reading, or whichever comes first. */
export const reminderSnoozed = defineEvent({
  type: 'reminder-snoozed',
  version: 1,
  icon: 'alarm-clock',
  family: 'reminder',
  title: 'Reminder snoozed',
  data: Type.Object(
    {
      reminderId: Type.String({ format: 'uuid' }),
      title: text(200),
      /** The cycle that is put off; the next one begins awake. */
      cycle: Type.Integer({ minimum: 1 }),
      until: Type.Object(
        { date: Type.Optional(LocalDate), odometer: Type.Optional(Distance) },
        { ...closed, minProperties: 1 },
      ),
    },
    closed,
  ),
  example: {
    reminderId: '01940000-0000-7000-8000-000000000001',
    title: 'Insurance: keep or cancel',
    cycle: 1,
    until: { date: '2026-12-01', odometer: { value: 62_000, unit: 'km' } },
  },
  summary: ({ title, until }, format) => {
    const limits = [
      until.date && format.say('until {limit}', { limit: format.date(until.date) }),
      until.odometer && format.say('until {limit}', { limit: format.distance(until.odometer) }),
    ];
    const snoozed = format.say('Reminder snoozed: {title}', { title });
    return `${snoozed}, ${limits.filter(Boolean).join(` ${format.say('or')} `)}`;
  },
  facts: ({ reminderId, cycle, until: { date, odometer } }) => ({
    reminderStep: {
      reminderId,
      step: 'snoozed',
      cycle,
      until: { ...(date && { date }), ...(odometer && { odometerM: distanceM(odometer) }) },
    },
  }),
  upcast: {},
  internal: true,
});
