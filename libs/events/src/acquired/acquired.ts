import { minorUnits } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, Price, Tags, text } from '../measures.js';

/** The vehicle came to its owner. What it was bought for is a cost of having it, not of running it. */
export const acquired = defineEvent({
  type: 'acquired',
  version: 1,
  icon: 'key-round',
  family: 'money',
  title: 'Acquired',
  data: Type.Object(
    {
      total: Type.Optional(Price),
      condition: Type.Optional(Type.Enum(['new', 'used'])),
      /** Who it came from. */
      from: Type.Optional(text(200)),
      ...attachments,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: { total: { amount: '21900.00', currency: 'EUR' }, condition: 'used', from: 'Autohaus Weber' },
  summary: ({ condition, from }, { say }) => {
    const acquired = { new: say('Acquired new'), used: say('Acquired used'), unsaid: say('Acquired') };
    return [acquired[condition ?? 'unsaid'], from && say('from {from}', { from })].filter(Boolean).join(' ');
  },
  facts: ({ total }) => ({
    ...(total && {
      cost: { amountMinor: minorUnits(total), currency: total.currency, category: 'purchase' },
    }),
    life: { stage: 'acquired' },
  }),
  upcast: {},
});
