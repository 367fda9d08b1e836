import { minorUnits } from '@odolog/units';
import * as Type from 'typebox';
import { defineEvent } from '../define-event.js';
import { runtimeFact } from '../facts.js';
import { attachments, closed, Hours, HoursVoid, LocalDate, Money, Tags, text } from '../measures.js';

const words = { passed: 'Passed', 'passed-with-defects': 'Passed with defects', failed: 'Failed' } as const;

/** An official look at the vehicle. Only one that it passed does away with a reminder of an inspection. */
export const inspection = defineEvent({
  type: 'inspection',
  version: 2,
  icon: 'clipboard-check',
  family: 'inspection',
  title: 'Inspection',
  data: Type.Object(
    {
      result: Type.Enum(['passed', 'passed-with-defects', 'failed']),
      authority: Type.Optional(text(200)),
      validUntil: Type.Optional(LocalDate),
      defects: Type.Optional(Type.Array(text(500), { maxItems: 100 })),
      total: Type.Optional(Money),
      hours: Type.Optional(Hours),
      hoursVoid: HoursVoid,
      ...attachments,
      tags: Type.Optional(Tags),
    },
    closed,
  ),
  example: {
    result: 'passed',
    authority: 'TÜV Süd',
    validUntil: '2028-11-30',
    total: { amount: '141.50', currency: 'EUR' },
  },
  summary: ({ result, authority, validUntil }, format) =>
    [
      format.say(words[result]),
      authority,
      validUntil && format.say('valid until {date}', { date: format.date(validUntil) }),
    ]
      .filter(Boolean)
      .join(', '),
  facts: ({ result, total, ...read }) => ({
    ...(total && {
      cost: { amountMinor: minorUnits(total), currency: total.currency, category: 'inspection' },
    }),
    ...(result !== 'failed' && { service: { kinds: ['inspection'] } }),
    ...runtimeFact(read),
  }),
  readsHours: true,
  // The second version knows void hours; what the first one said counts.
  upcast: { 1: (data) => data },
});
