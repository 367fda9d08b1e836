import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, Tags, text } from '../measures.js';

/** The vehicle passed to others without a sale: a gift, an heir, another garage, back to the lessor. */
export const transferred = defineEvent({
  type: 'transferred',
  version: 1,
  icon: 'arrow-right-left',
  family: 'life',
  title: 'Transferred',
  data: Type.Object(
    {
      to: Type.Optional(text(200)),
      reason: Type.Optional(text(500)),
      fileIds: attachments.fileIds,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: { to: 'Fleet North', reason: 'Moved to another site' },
  summary: ({ to }, { say }) => (to ? say('Transferred to {to}', { to }) : say('Transferred')),
  facts: () => ({ life: { stage: 'transferred' } }),
  upcast: {},
});
