import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { closed, text } from '../measures.js';

/** A reminder is not wanted any more. Taking this event back brings it back. */
export const reminderDismissed = defineEvent({
  type: 'reminder-dismissed',
  version: 1,
  icon: 'bell-off',
  family: 'reminder',
  title: 'Reminder dismissed',
  data: Type.Object({ reminderId: Type.String({ format: 'uuid' }), title: text(200) }, closed),
  example: { reminderId: '01940000-0000-7000-8000-000000000001', title: 'Insurance: keep or cancel' },
  summary: ({ title }, { say }) => say('Reminder dismissed: {title}', { title }),
  facts: ({ reminderId }) => ({ reminderStep: { reminderId, step: 'dismissed' } }),
  upcast: {},
  internal: true,
});
