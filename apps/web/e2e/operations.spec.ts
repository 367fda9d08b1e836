import { expect, freshEmail, signUp, test, vehicleWithFills } from './app';
import { inviteMaintainer } from './operator';

test('a maintainer sees no vehicle, and runs a partition and a refresh job by keys alone', async ({
  page,
  context,
  baseURL,
  person,
}) => {
  // Somebody else's: without an entry there is nothing to refresh.
  await vehicleWithFills(person);
  const email = freshEmail();
  const link = await inviteMaintainer(email);
  await signUp(context, baseURL!, email);
  await page.goto(link);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('link', { name: 'Operations' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fleet' })).toHaveCount(0);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Operations')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('operat');
  await expect(page.getByRole('option', { selected: true })).toHaveText('Operations');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Event partitions' })).toBeVisible();

  const refresh = page.getByRole('button', { name: 'Refresh', exact: true }).filter({ visible: true });
  for (const job of ['ensure-partitions', 'refresh-timeline-feed']) {
    await page.getByRole('button', { name: `Run now: ${job}` }).press('Enter');
    await expect(page.getByText(new RegExp(`${job} is (on its way|waiting already)`))).toBeVisible();
    await expect(async () => {
      await refresh.press('Enter');
      const row = page.getByRole('row').filter({ hasText: job });
      await expect(row).toContainText('done', { timeout: 1_000 });
    }).toPass();
  }
  await expect(page.getByRole('row').filter({ hasText: 'private.timeline_feed' })).toContainText(
    'under a minute',
  );
});

test('whoever operates nothing finds no operations, in the palette or by a key', async ({
  page,
  person: _signedIn,
}) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('operat');
  await expect(page.getByText('Nothing holds “operat”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Settings')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Operations')).toHaveCount(0);
});
