import { expect, it } from 'vitest';
import { pendingPage } from './pending-link';

it.each(['invitations', 'transfers'])('leads back to the page of what waits of the %s', (offered) => {
  const token = 'a-_9'.repeat(21) + 'zz';
  expect(pendingPage(`${offered}.${token}`)).toBe(`/${offered}/${token}`);
});

it.each([
  undefined,
  '',
  'short',
  `settings.${'a'.repeat(86)}`,
  `invitations.${'a'.repeat(85)}/`,
  `//example.org/${'a'.repeat(72)}`,
])('leads nowhere by %s', (value) => {
  expect(pendingPage(value)).toBeUndefined();
});
