import { expect, test } from 'vitest';
import { isGuessable } from './guessable-passwords.js';

const robin = { email: 'robin.redbreast@example.org', name: 'Robin Redbreast' };

test.each(['password1', 'PASSWORD1', '12345678', 'qwertyuiop', 'iloveyou1', 'Pass word1'])(
  'many chose %s, whoever it is',
  (password) => {
    expect(isGuessable(password, undefined)).toBe(true);
    expect(isGuessable(password, robin)).toBe(true);
  },
);

test.each([
  'robin.redbreast@example.org',
  'Robin.Redbreast',
  'example.org',
  'Robin Redbreast',
  'robinredbreast',
])('%s is known of Robin, and of nobody else', (password) => {
  expect(isGuessable(password, robin)).toBe(true);
  expect(isGuessable(password, { email: 'kim@other.example', name: 'Kim' })).toBe(false);
});

test('what nobody would try is taken', () => {
  for (const password of ['correct horse battery', 'a password of the mailbox', 'tyre rotates at noon'])
    expect(isGuessable(password, robin)).toBe(false);
});
