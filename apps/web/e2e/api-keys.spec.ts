import { expect, test } from './app';

test('a key is made, shown once, works, is revoked, and all of it stands in the audit trail', async ({
  page,
  person: _signedIn,
  request,
}) => {
  await page.goto('/settings/api-keys');
  const secret = page.getByLabel('Secret of the key');
  await page.getByLabel('Name').fill('Spreadsheet');
  await page.getByRole('button', { name: 'Make key' }).click();
  const headers = { authorization: `Bearer ${await secret.inputValue()}` };
  expect((await request.get('/api/v1/vehicles', { headers })).status()).toBe(200);
  expect((await request.post('/api/v1/vehicles', { headers, data: { nickname: 'No' } })).status()).toBe(403);

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: 'Spreadsheet' });
  await expect(row).toContainText(/odo_.{6}… · Read/);
  await expect(row).toContainText(/Last used .* · until /);
  await expect(secret).toBeHidden();

  await row.getByRole('button', { name: 'Revoke', exact: true }).click();
  await row.getByRole('button', { name: 'Really revoke' }).click();
  await expect(row).toBeHidden();
  expect((await request.get('/api/v1/vehicles', { headers })).status()).toBe(401);

  await page.goto('/settings');
  await page.getByRole('link', { name: 'Audit trail' }).click();
  const deeds = page.getByRole('main').getByRole('listitem');
  await expect(deeds).toContainText([
    'Jana Weber revoked the key Spreadsheet.',
    'Jana Weber made the key Spreadsheet: Read.',
    'Jana Weber created their account.',
  ]);
});
