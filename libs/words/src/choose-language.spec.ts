import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.js';

const spoken = ['en', 'de'];
const nobody = { profile: undefined, cookie: undefined, acceptLanguage: null };

test('the preference of a person counts before what the browser was told and what it says', () => {
  const wishes = { profile: 'de-AT', cookie: 'en-GB', acceptLanguage: 'en-US' };
  expect(chooseLanguage(wishes, spoken)).toEqual({
    language: 'de',
    wordsLocale: 'de-AT',
    viewerLocale: 'de-AT',
  });
});

test('a choice made in this browser counts before its own list', () => {
  const wishes = { ...nobody, cookie: 'de', acceptLanguage: 'en-US,en;q=0.9' };
  expect(chooseLanguage(wishes, spoken).language).toBe('de');
});

test('a stranger is spoken to in the first language of the browser that has a file', () => {
  const acceptLanguage = 'en;q=0.5, fr-CH, de-CH;q=0.9, *;q=0.1';
  expect(chooseLanguage({ ...nobody, acceptLanguage }, spoken)).toEqual({
    language: 'de',
    wordsLocale: 'de-CH',
    viewerLocale: 'fr-CH',
  });
});

test('numbers follow a preference whose language has no file, words the next wish that has', () => {
  const wishes = { ...nobody, profile: 'fr-FR', acceptLanguage: 'de-DE' };
  expect(chooseLanguage(wishes, spoken)).toEqual({
    language: 'de',
    wordsLocale: 'de-DE',
    viewerLocale: 'fr-FR',
  });
});

test('without a wish that can be met it is English', () => {
  expect(chooseLanguage(nobody, spoken).language).toBe('en');
  expect(chooseLanguage({ ...nobody, acceptLanguage: 'ja, zh;q=0.4' }, spoken).language).toBe('en');
});

test('what is no language tag is passed over', () => {
  const wishes = { profile: undefined, cookie: 'de"><script>', acceptLanguage: ';;q=,--,de;q=0.2' };
  expect(chooseLanguage(wishes, spoken).wordsLocale).toBe('de');
});
