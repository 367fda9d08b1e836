import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, text } from '../measures.js';

/** A reading for its own sake. It stands in the event's envelope, as every reading does. */
export const odometer = defineEvent({
  type: 'odometer',
  version: 1,
  icon: 'gauge',
  family: 'reading',
  title: 'Odometer',
  data: Type.Object({ reason: Type.Optional(text(500)) }, closed),
  example: { reason: 'Handed over to the buyer' },
  summary: ({ reason }, { say }) => reason ?? say('Odometer read'),
  facts: () => ({}),
  needsOdometer: true,
  upcast: {},
});
