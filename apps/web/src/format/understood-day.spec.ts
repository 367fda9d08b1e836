import { expect, it } from 'vitest';
import { understoodDay } from './understood-day';

it.each([
  ['2026-11-21', 'en-IE', 'Sat, 21 Nov'],
  ['2026-05-04', 'de-DE', 'Mo., 4. Mai'],
  ['2026-05-04', 'en-US', 'Mon, May 4'],
  ['2026-11-21T20:10', 'de-DE', 'Sa., 21. Nov., 20:10'],
])('says %s in %s as %s', (typed, locale, words) => {
  expect(understoodDay(typed, locale)?.replaceAll(' ', ' ')).toBe(words);
});

it.each(['', '12026-11-21', '2026-13-01', 'soon'])('says nothing of "%s"', (typed) => {
  expect(understoodDay(typed, 'de-DE')).toBeUndefined();
});
