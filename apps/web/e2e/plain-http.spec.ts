import { expect, logFill, openForm, readingsOf, test, vehicleWithFills } from './app';
import { attach, fileIn, receipt } from './attaching';

test('an entry with a file is saved, and its address copied, where pages come by plain http @thorough', async ({
  page,
  person,
}) => {
  // What browsers then lack.
  await page.addInitScript(() => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined });
    for (const name of ['locks', 'clipboard', 'serviceWorker'])
      delete (Navigator.prototype as unknown as Record<string, unknown>)[name];
    delete (globalThis as { caches?: unknown }).caches;
  });
  const { id } = await vehicleWithFills(person);
  await page.goto(`/vehicles/${id}`);
  const sheet = await openForm(page);
  await attach(sheet, receipt);
  await expect(fileIn(sheet, 'receipt.png')).toHaveText('receipt.png');
  await logFill(sheet, { km: '11,000', litres: '30' });
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(await readingsOf(person, id)).toEqual([11_000, 10_500, 10_000]);

  await page.getByRole('listitem').filter({ hasText: '11,000 km' }).click();
  await page.getByRole('button', { name: 'More: take out, copy link' }).click();
  await page.getByRole('menuitem', { name: /[Cc]opy/ }).click();
  await expect(page.getByText(/copied/)).toBeVisible();
});
