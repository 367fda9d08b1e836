import { expect, test } from 'vitest';
import { namedLocales } from './named-locales';

const valuesOf = (own: string, spoken: readonly string[]) =>
  namedLocales(own, spoken).map(({ value }) => value);

test('a language that has a file can be chosen, though nobody listed it', () => {
  expect(valuesOf('de-DE', ['de', 'en'])).not.toContain('ar-EG');
  expect(valuesOf('de-DE', ['ar', 'de', 'en'])).toContain('ar-EG');
});

test('what somebody has already stays the first choice, once', () => {
  const values = valuesOf('de-LI', ['de', 'en']);
  expect(values[0]).toBe('de-LI');
  expect(new Set(values).size).toBe(values.length);
});
