import { distanceM } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, Distance, text } from '../measures.js';

/** Another odometer counts from here on; true distance goes on. A new one may well start at zero, which no other reading may. */
export const odometerReplacement = defineEvent({
  type: 'odometer-replacement',
  version: 1,
  icon: 'repeat-2',
  family: 'reading',
  title: 'Odometer replaced',
  data: Type.Object(
    {
      /** What the old one showed last. */
      oldFinal: Distance,
      /** What the new one showed first. */
      newFirst: Distance,
      reason: Type.Optional(text(500)),
    },
    closed,
  ),
  example: {
    oldFinal: { value: 184_220, unit: 'km' },
    newFirst: { value: 12, unit: 'km' },
    reason: 'Instrument cluster exchanged',
  },
  summary: ({ oldFinal, newFirst, reason }, format) =>
    [
      format.say('{before} became {after}', {
        before: format.distance(oldFinal),
        after: format.distance(newFirst),
      }),
      reason,
    ]
      .filter(Boolean)
      .join(', '),
  facts: ({ oldFinal }) => ({ odometerReplaced: { finalM: distanceM(oldFinal) } }),
  reading: ({ newFirst }) => newFirst,
  upcast: {},
});
