import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed } from '../measures.js';

/** Undoes the correction, the retraction or the restoration that it names. Its reason stands in the envelope. */
export const restoration = defineEvent({
  type: 'restoration',
  version: 1,
  icon: 'redo-2',
  family: 'life',
  title: 'Restoration',
  data: Type.Object({}, closed),
  example: {},
  summary: (_, { say }) => say('Put back'),
  facts: () => ({}),
  internal: true,
  hides: true,
  restores: true,
  upcast: {},
});
