import type { BrowserContext, Page } from '@playwright/test';
import { expect, freshEmail, password, test, vehicleWithFills, waitingForLife } from './app';
import { confirmAddress, linkMailedTo } from './outbox';
import { codeOf } from './authenticator-code';

const better = 'a better horse battery';

async function signIn(page: Page, email: string, by: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(by);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const signedIn = (page: Page) => expect(page.getByText('Nothing parked here yet.')).toBeVisible();

/** Chromium's own: a platform authenticator whose person always nods. */
async function authenticator(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a new person accepts the terms, says how they read numbers, and parks a vehicle', async ({ page }) => {
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Jana Weber');
  await page.getByLabel('E-mail').fill(freshEmail());
  await page.getByLabel('Password').fill(password);
  const terms = page.getByRole('checkbox');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(terms).toBeFocused();
  await expect(terms).toHaveAccessibleDescription('This is missing.');
  await terms.check();
  await expect(terms).toHaveAttribute('aria-invalid', 'false');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Jana Weber');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin');
  await page.getByLabel('Distance').selectOption('mi');
  await page.getByLabel('First vehicle').fill('Polo');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'A clean sheet' })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByLabel('Distance')).toHaveValue('mi');
  await page.goto('/settings/account');
  await expect(page.getByText(/Version 2026-11, accepted on/)).toBeVisible();
});

test('who must sign in first comes to the page that was asked for', async ({ page, context, person }) => {
  const vehicle = await vehicleWithFills(person);
  const { items } = await person.api.get<{ items: { id: string }[] }>(`/vehicles/${vehicle.id}/timeline`);
  const asked = `/vehicles/${vehicle.id}?event=${items[0]!.id}`;
  await context.clearCookies();
  await page.goto(asked);
  await expect(page).toHaveURL(/sign-in/);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(asked);
  await expect(page.getByRole('complementary', { name: /Fuel-up of/ })).toBeVisible();
});

test('a forgotten password is replaced by a link, and the old one opens nothing', async ({
  page,
  person,
}) => {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByText(/This Odolog has no mail server/)).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(/a link is on its way/)).toBeVisible();
  await page.goto(await linkMailedTo(person.email, 'Choose a new password'));
  await page.getByLabel('New password').fill(better);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('The new password is saved.')).toBeVisible();
  await signIn(page, person.email, better);
  await signedIn(page);
});

test('an address is confirmed, and replaced by another @thorough', async ({ page, person }) => {
  await page.goto(await linkMailedTo(person.email, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByText('the address is confirmed')).toBeVisible();
  await page.goto('/settings/account');
  await expect(page.getByText(`${person.email}, confirmed.`)).toBeVisible();
  const next = freshEmail();
  await page.getByLabel('New address').fill(next);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByText(/Until then your address stays/)).toBeVisible();
  await page.goto(await linkMailedTo(next, 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await expect(page.getByText('the address is confirmed')).toBeVisible();
  await page.goto('/settings/account');
  await expect(page.getByText(`${next}, confirmed.`)).toBeVisible();
});

test.describe('where nobody is signed in', () => {
  test.use({ disturbed: 'The confirmation is refused until it is known who confirms.' });

  test('an address is confirmed by whoever knows the password of its account @thorough', async ({
    page,
    context,
    person,
  }) => {
    await context.clearCookies();
    await page.goto(await linkMailedTo(person.email, 'Confirm your address'));
    const confirm = page.getByRole('button', { name: 'Confirm address' });
    await confirm.click();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password').fill('not the one');
    await confirm.click();
    await expect(page.getByText('This e-mail and password do not belong together.')).toBeVisible();
    await page.getByLabel('Password').fill(password);
    await confirm.click();
    await expect(page.getByText('the address is confirmed')).toBeVisible();
  });
});

test('once the address is confirmed, a second factor is turned on, and a code comes after the password', async ({
  page,
  person,
  context,
}) => {
  await page.goto('/settings/security');
  await expect(page.getByRole('heading', { name: 'Your address is not confirmed' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeHidden();
  await page.getByRole('button', { name: 'Send the link again' }).click();
  await expect(page.getByText('A link is on its way.')).toBeVisible();
  await confirmAddress(context, person.email);
  await page.reload();
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = await page.locator('code.secret').innerText();
  await page.getByLabel('Code of your authenticator app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  const listed = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem');
  await expect(listed).toHaveCount(10);
  const codes = await listed.allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(/^On: after the password/)).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, person.email, password);
  await page.getByRole('button', { name: 'Use a backup code' }).click();
  await page.getByLabel('Backup code').fill(codes[0]!);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await signedIn(page);
});

test('a passkey stands in for the password, until it is removed, and the audit trail says so @thorough', async ({
  page,
  person,
  context,
}) => {
  await confirmAddress(context, person.email);
  await authenticator(context, page);
  await page.goto('/settings/security');
  await page.getByLabel('Name of the passkey').fill('Phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('list', { name: 'Passkeys' }).getByText('Phone')).toBeVisible();
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await signedIn(page);

  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('The passkey is removed.')).toBeVisible();
  await page.goto('/settings/audit');
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([
    'Jana Weber removed a passkey.',
    'Jana Weber signed in with a passkey.',
    'Jana Weber added a passkey.',
    'Jana Weber created their account.',
  ]);

  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('No passkey of this device opened an account.')).toBeVisible();
});

test('another device is signed out from here, and notices at its next step @thorough', async ({
  page,
  person,
  browser,
}) => {
  const elsewhere = await browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1' });
  const phone = waitingForLife(await elsewhere.newPage());
  await signIn(phone, person.email, password);
  await signedIn(phone);
  await page.goto('/settings/security');
  const devices = page.getByRole('list', { name: 'Signed-in devices' });
  await devices
    .getByRole('listitem')
    .filter({ hasText: 'Safari · iPhone' })
    .getByRole('button', { name: 'Sign out' })
    .click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await phone.goto('/');
  await expect(phone).toHaveURL(/sign-in/);
  await elsewhere.close();
});

test('whoever deletes their account is out, and cannot come back by it @thorough', async ({
  page,
  person,
}) => {
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill('wrong horse battery');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, person.email, password);
  await expect(page.getByText(/do not belong together/)).toBeVisible();
});
