import { readFile } from 'node:fs/promises';
import { password } from '../../app';
import { at, button, type Scene } from './scene';

/** For people who are not signed in. */
export const beforeSigningIn: readonly Scene[] = [
  at('sign-in', '/sign-in', 'nobody'),
  {
    name: 'sign-in-refused',
    open: async (page, { say, guardedEmail }) => {
      await page.goto('/sign-in');
      await page.getByLabel(say('account.email')).fill(guardedEmail);
      await page.getByLabel(say('account.password')).fill('not the one');
      await page.getByRole('button', { name: say('account.signIn'), exact: true }).click();
      await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    },
  },
  {
    name: 'sign-in-code',
    open: async (page, { say, guardedEmail }) => {
      await page.goto('/sign-in');
      await page.getByLabel(say('account.email')).fill(guardedEmail);
      await page.getByLabel(say('account.password')).fill(password);
      await page.getByRole('button', { name: say('account.signIn'), exact: true }).click();
      await page.getByLabel(say('account.code')).waitFor();
    },
  },
  at('sign-up', '/sign-up', 'nobody'),
  at('forgot-password', '/forgot-password', 'nobody'),
  at('reset-password', '/reset-password?token=none', 'nobody'),
  at('verify-email', '/verify-email?token=none', 'nobody'),
  at('terms', '/terms', 'nobody'),
  at('invitation', ({ invitation }) => invitation, 'nobody'),
  at('invitation-closed', '/invitations/none', 'nobody'),
  at('offer', ({ offer }) => offer, 'nobody'),
  at('offer-to-accept', ({ offer }) => offer, 'newcomer'),
  at('offer-closed', '/transfers/none', 'nobody'),
  at('share', ({ share }) => share, 'nobody'),
  at('share-closed', '/s/none', 'nobody'),
  at('verify', '/verify', 'nobody'),
  checked('verify-unchanged', 'verify.outcome.unchanged', (file) => file),
  checked('verify-changed', 'verify.outcome.changed', (file) => file.replace('"value":16', '"value":15')),
  at('offline', '/offline', 'nobody'),
  at('not-found', '/nowhere', 'nobody'),
];

/** A sealed history, downloaded and handed in again. */
function checked(name: string, outcome: string, along: (file: string) => string): Scene {
  return {
    name,
    viewer: 'owner',
    open: async (page, { say, vehicleId }) => {
      await page.goto(`/vehicles/${vehicleId}/proof`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, say('proof.seal')).click(),
      ]);
      const buffer = Buffer.from(along(await readFile(await download.path(), 'utf8')));
      await page.goto('/verify');
      const file = { name: 'history.json', mimeType: 'application/json', buffer };
      await page.getByLabel(say('verify.choose')).setInputFiles(file);
      await page.getByRole('heading', { name: say(outcome), exact: true }).waitFor();
    },
  };
}
