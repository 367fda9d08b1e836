import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { inspection } from './inspection.js';

it('does the work that an inspection reminder waits for, unless the vehicle failed', () => {
  expect(inspection.facts(inspection.example)).toEqual({
    cost: { amountMinor: 14_150, currency: 'EUR', category: 'inspection' },
    service: { kinds: ['inspection'] },
  });
  expect(inspection.facts({ result: 'failed' })).toEqual({});
  expect(inspection.facts({ result: 'passed-with-defects' }).service).toEqual({ kinds: ['inspection'] });
});

it('says the result, by whom, and until when', () => {
  expect(inspection.summary(inspection.example, formatFor({ locale: 'en' }))).toBe(
    'Passed, TÜV Süd, valid until Nov 30, 2028',
  );
});
