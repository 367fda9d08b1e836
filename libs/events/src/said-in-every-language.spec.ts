import { readFileSync } from 'node:fs';
import { languages, wordsIn } from '@odolog/words';
import { describe, expect, it } from 'vitest';
import { summaryOf } from './event-types.js';
import { costCategories } from './facts.js';
import { formatFor } from './format.js';
import { serviceKinds } from './maintenance/service-kinds.js';
import { sentencesIn } from './words-of-types.js';

const said = new Set([
  ...sentencesIn(import.meta.dirname),
  ...Object.values(serviceKinds),
  ...costCategories
    .filter((category) => category !== 'fuel' && category !== 'charging')
    .map((category) => category.replace(/^./, (first) => first.toUpperCase())),
  'at home',
  'at a supercharger',
  'at the destination',
  'at a public charger',
  'Passed',
  'Passed with defects',
  'Failed',
]);

describe.each(languages())('%s', (language) => {
  it('has words for every sentence that a summary is made of, and for no other', () => {
    const messages = new URL(`../../words/messages/${language}.json`, import.meta.url);
    const known = (JSON.parse(readFileSync(messages, 'utf8')) as { said: Record<string, string> }).said;
    expect(Object.keys(known).toSorted()).toEqual([...said].toSorted());
  });
});

it('says a summary in the language of the viewer', () => {
  const german = formatFor({ locale: 'de-DE', say: wordsIn('de-DE').say });
  const summary = (type: string, data: Record<string, unknown>) =>
    summaryOf({ type, schemaVersion: 1, data }, german);
  const volume = { value: 39.24, unit: 'L' };
  const unitPrice = { amount: '1.789', currency: 'EUR' };
  expect(summary('fuel', { volume, unitPrice, energy: 'petrol', fill: 'partial' })).toBe(
    '39,24 L zu 1,789\u00a0€/L, Teilfüllung',
  );
  expect(summary('maintenance', { items: [{ kind: 'engine-oil' }, { kind: 'oil-filter' }] })).toBe(
    'Motoröl, Ölfilter',
  );
  expect(summary('reminder', { title: 'Motoröl', dueDate: '2027-05-01' })).toBe(
    'Erinnerung gesetzt: Motoröl, bis 1. Mai 2027',
  );
  expect(summary('reminder-dismissed', { reminderId: 'some', title: 'Motoröl' })).toBe(
    'Erinnerung verworfen: Motoröl',
  );
});
