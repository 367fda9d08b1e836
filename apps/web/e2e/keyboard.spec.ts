import { expect, test } from './app';

test('the keys are told by a key, and work again when their sheet is closed', async ({
  page,
  person: _signedIn,
}) => {
  await page.goto('/');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByText('Add an entry')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/settings$/);
});
