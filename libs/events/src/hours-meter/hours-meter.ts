import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { runtimeFact } from '../facts.js';
import { closed, Hours, HoursVoid } from '../measures.js';

/** What the hours meter shows: of a tractor, a boat, a generator, or a van with a power take-off. */
export const hoursMeter = defineEvent({
  type: 'hours-meter',
  version: 2,
  icon: 'timer',
  family: 'reading',
  title: 'Hours meter',
  data: Type.Object({ hours: Hours, hoursVoid: HoursVoid }, closed),
  example: { hours: 1204.5 },
  summary: ({ hours }, format) => format.hours(hours),
  facts: runtimeFact,
  readsHours: true,
  // The second version may be void; what the first one said counts.
  upcast: { 1: (data) => data },
});
