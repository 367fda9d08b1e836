import { readFile } from 'node:fs/promises';
import { expect, test, vehicleWithFills, waitingForLife } from './app';

test('a buyer opens a link without an account, sees nothing private, and is told when it is closed (phone too)', async ({
  page,
  person,
  browser,
  baseURL,
}) => {
  const { id } = await vehicleWithFills(person, 'Cuddles');
  const note = { type: 'note', date: '2026-10-21', data: { text: 'Rattles in second gear' } };
  await person.api.post(`/vehicles/${id}/events`, note);
  await page.goto(`/vehicles/${id}/proof`);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByLabel('Link for the buyer').inputValue();

  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 390, height: 844 } });
  const buyer = waitingForLife(await context.newPage());
  await buyer.goto(link);
  await expect(buyer.getByRole('heading', { name: '2008 Daihatsu Cuore 1.0' })).toBeVisible();
  await expect(buyer.getByRole('img', { name: /history unchanged/ })).toBeVisible();
  await expect(buyer.getByText(/Cuddles|Rattles|Jana|€/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText(/^Open until/)).toHaveCount(0);
  await buyer.reload();
  await expect(buyer.getByRole('heading', { name: 'This link is closed' })).toBeVisible();
  await context.close();
});

test('a sealed file is found unchanged, and one changed byte in it is found and named', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}/proof`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Seal and download' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  const choose = (text: string) =>
    page.getByLabel('Choose the file').setInputFiles({
      name: 'history.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await page.goto('/verify');
  await page.getByRole('button', { name: 'Check the code' }).click();
  await expect(page.locator('#code')).toHaveAccessibleDescription('This is missing.');
  await choose(file);
  await expect(page.getByRole('heading', { name: 'Unchanged' })).toBeVisible();
  await choose(file.replace('"value":25', '"value":26'));
  await expect(page.getByRole('heading', { name: 'Changed' })).toBeVisible();
  await expect(page.getByText(/event 2|version 2|entry 2/i)).toBeVisible();
});

test('a history is printed without the page around it, and its code leads to the check @thorough', async ({
  page,
  person,
}) => {
  const { id } = await vehicleWithFills(person);
  await person.api.post(`/vehicles/${id}/exports`);
  await page.goto(`/vehicles/${id}/proof`);
  await page.getByRole('link', { name: 'Open to print' }).click();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('row', { name: '20 Oct 2026' })).toContainText('10,500 km');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(22, 25, 23)');
  const code = (await page.locator('.proof__code').textContent()) ?? '';
  await page.goto(`/verify?code=${code}`);
  await expect(page.getByRole('heading', { name: 'The history stands' })).toBeVisible();
});
