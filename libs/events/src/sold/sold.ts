import { minorUnits } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { attachments, closed, Price, Tags, text } from '../measures.js';

/** The vehicle went to a buyer. The price is money that came in: a negative cost. */
export const sold = defineEvent({
  type: 'sold',
  version: 1,
  icon: 'handshake',
  family: 'money',
  title: 'Sold',
  data: Type.Object(
    {
      total: Type.Optional(Price),
      /** Who bought it. */
      to: Type.Optional(text(200)),
      ...attachments,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: { total: { amount: '13400.00', currency: 'EUR' }, to: 'J. Huber' },
  summary: ({ to }, { say }) => (to ? say('Sold to {to}', { to }) : say('Sold')),
  facts: ({ total }) => ({
    ...(total && {
      cost: { amountMinor: 0 - minorUnits(total), currency: total.currency, category: 'sale' },
    }),
    life: { stage: 'sold' },
  }),
  upcast: {},
});
