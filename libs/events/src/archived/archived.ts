import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, text } from '../measures.js';

/** The vehicle was laid up or scrapped: its history stays, nobody is reminded of it any more. */
export const archived = defineEvent({
  type: 'archived',
  version: 1,
  icon: 'archive',
  family: 'life',
  title: 'Archived',
  data: Type.Object({ reason: Type.Optional(text(500)) }, closed),
  example: { reason: 'Scrapped after the accident' },
  summary: ({ reason }, { say }) => reason ?? say('Archived'),
  facts: () => ({ life: { stage: 'archived' } }),
  upcast: {},
});
