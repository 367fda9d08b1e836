import { minorUnits } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { costCategories } from '../facts.js';
import { attachments, closed, Money, Tags, text } from '../measures.js';

const categories = costCategories.filter((category) => category !== 'fuel' && category !== 'charging');

/** Money that the vehicle cost, or brought in when the total is negative, and that no other type tells of. */
export const expense = defineEvent({
  type: 'expense',
  version: 2,
  icon: 'receipt-text',
  family: 'money',
  title: 'Expense',
  data: Type.Object(
    {
      category: Type.Enum(categories),
      total: Money,
      description: Type.Optional(text(500)),
      /** Who was paid, or who paid. */
      payee: Type.Optional(text(200)),
      ...attachments,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: {
    category: 'insurance',
    total: { amount: '312.40', currency: 'EUR' },
    description: 'Liability and partial cover, half a year',
  },
  summary: ({ category, description }, { say }) =>
    description ?? say(category.replace(/^./, (first) => first.toUpperCase())),
  facts: ({ category, total }) => ({
    cost: { amountMinor: minorUnits(total), currency: total.currency, category },
  }),
  // The second version knows the payee and files; what the first one said stays as it was.
  upcast: { 1: (data) => data },
});
