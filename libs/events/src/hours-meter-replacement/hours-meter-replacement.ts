import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { minutesOf } from '../facts.js';
import { closed, Hours, text } from '../measures.js';

/** Another hours meter counts from here on; true hours go on. */
export const hoursMeterReplacement = defineEvent({
  type: 'hours-meter-replacement',
  version: 1,
  icon: 'timer-reset',
  family: 'reading',
  title: 'Hours meter replaced',
  data: Type.Object(
    {
      /** What the old one showed last. */
      oldFinalHours: Hours,
      /** What the new one showed first. */
      newFirstHours: Hours,
      reason: Type.Optional(text(500)),
    },
    closed,
  ),
  example: { oldFinalHours: 6102.4, newFirstHours: 0, reason: 'Panel exchanged' },
  summary: ({ oldFinalHours, newFirstHours, reason }, format) =>
    [
      format.say('{before} became {after}', {
        before: format.hours(oldFinalHours),
        after: format.hours(newFirstHours),
      }),
      reason,
    ]
      .filter(Boolean)
      .join(', '),
  facts: ({ oldFinalHours, newFirstHours }) => ({
    runtime: { minutes: minutesOf(newFirstHours), replacedMin: minutesOf(oldFinalHours) },
  }),
  readsHours: true,
  upcast: {},
});
