import { expect, fill, openForm, test } from './app';

test('of more vehicles than a page carries, each is found and written to by its own name @thorough', async ({
  page,
  person: { api },
}) => {
  const added: { id: string }[] = [];
  for (let number = 1; number <= 26; number += 1)
    added.push(await api.post<{ id: string }>('/vehicles', { nickname: `Van ${number}`, timeZone: 'UTC' }));
  for (const { id } of added.slice(1))
    await api.post(`/vehicles/${id}/events`, fill('2026-10-01', 10_000, 30));

  // Nobody wrote to the first one: it is not at hand, but its page is about it.
  await page.goto(`/vehicles/${added[0]!.id}`);
  const sheet = await openForm(page);
  const choice = sheet.getByRole('combobox').first();
  await expect(choice.locator('option:checked')).toHaveText('Van 1');
  await expect(choice.locator('option')).toHaveCount(26);
  await page.keyboard.press('Escape');

  await page.goto('/settings');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Pages, vehicles and entries' }).fill('Van 1');
  await expect(page.getByRole('option', { name: 'Van 1', exact: true })).toBeVisible();
});
