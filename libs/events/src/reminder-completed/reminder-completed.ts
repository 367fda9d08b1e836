import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, text } from '../measures.js';

/** A reminder was done that has no kind of work to log: an insurance was renewed, a tax paid. */
export const reminderCompleted = defineEvent({
  type: 'reminder-completed',
  version: 1,
  icon: 'bell-check',
  family: 'reminder',
  title: 'Reminder done',
  data: Type.Object({ reminderId: Type.String({ format: 'uuid' }), title: text(200) }, closed),
  example: { reminderId: '01940000-0000-7000-8000-000000000001', title: 'Insurance: keep or cancel' },
  summary: ({ title }, { say }) => say('Reminder done: {title}', { title }),
  facts: ({ reminderId }) => ({ reminderStep: { reminderId, step: 'completed' } }),
  upcast: {},
  internal: true,
});
