import { expect, freshEmail, password, test } from './app';

test('whoever has not accepted the terms is asked before anything else, once @thorough', async ({
  page,
  context,
  baseURL,
}) => {
  const signedUp = await context.request.post('/api/auth/sign-up/email', {
    data: { name: 'Jana Weber', email: freshEmail(), password },
    headers: { origin: baseURL! },
  });
  expect(signedUp.ok()).toBe(true);
  for (const address of ['/', '/timeline', '/vehicles/new', '/settings/members']) {
    await page.goto(address);
    await expect(page).toHaveURL(/\/accept-terms(\?|$)/);
  }
  await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page).toHaveURL('/settings/members');
  await page.goto('/accept-terms');
  await expect(page).toHaveURL('/');
  await page.goto('/settings/account');
  await expect(page.getByText(/accepted/i).first()).toBeVisible();
});
