import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed } from '../measures.js';

/** Hides the event that it corrects. Its reason stands in the envelope, as for every correction. */
export const retraction = defineEvent({
  type: 'retraction',
  version: 1,
  icon: 'undo-2',
  family: 'life',
  title: 'Retraction',
  data: Type.Object({}, closed),
  example: {},
  summary: (_, { say }) => say('Taken back'),
  facts: () => ({}),
  internal: true,
  hides: true,
  upcast: {},
});
