import { catalogue } from '@odolog/problems';
import { expect, test } from 'vitest';
import english from '../../../../libs/words/messages/en.json' with { type: 'json' };

test('the pages have words of their own for every problem that the API knows', () => {
  expect(Object.keys(catalogue).filter((code) => !(code in english.problems))).toEqual([]);
});
