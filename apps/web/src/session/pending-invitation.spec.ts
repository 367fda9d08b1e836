import { expect, it } from 'vitest';
import { invitationPage } from './pending-invitation';

it('leads back to the page of the invitation that waits', () => {
  const token = 'a-_9'.repeat(21) + 'zz';
  expect(invitationPage(token)).toBe(`/invitations/${token}`);
});

it.each([undefined, '', 'short', `${'a'.repeat(85)}/`, `//example.org/${'a'.repeat(72)}`])(
  'leads nowhere by %s, which is no token',
  (value) => {
    expect(invitationPage(value)).toBeUndefined();
  },
);
