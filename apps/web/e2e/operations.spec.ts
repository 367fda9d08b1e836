import AxeBuilder from '@axe-core/playwright';
import { expect, freshEmail, password, test, waitingForLife } from './app';

test('a maintainer sees the instance, makes partitions and refreshes a view', async ({
  page,
  person: _owner,
  browser,
  baseURL,
}) => {
  test.slow();
  const email = freshEmail();
  await page.goto('/settings/members');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Role', { exact: true }).first().selectOption('Maintainer');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await page.getByLabel('Link of the invitation').inputValue();

  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1440, height: 900 } });
  const keeper = waitingForLife(await context.newPage());
  await keeper.goto(link);
  await keeper.getByRole('button', { name: 'Create account' }).click();
  await keeper.getByLabel('Name').fill('Kim Berger');
  await keeper.getByLabel('E-mail').fill(email);
  await keeper.getByLabel('Password').fill(password);
  await keeper.getByRole('button', { name: 'Create account' }).click();
  await keeper.getByRole('button', { name: 'Accept' }).click();

  await keeper.getByRole('link', { name: 'Operations' }).click();
  await expect(keeper.getByText('Everything answers')).toBeVisible();
  const year = new Date().getUTCFullYear();
  await expect(
    keeper.getByRole('img', { name: new RegExp(`^Complete from \\d{4} to ${year + 2}`) }),
  ).toBeVisible();
  for (const job of ['ensure-partitions', 'refresh-timeline-feed']) {
    await keeper.getByRole('button', { name: `Run now: ${job}` }).click();
    await expect(keeper.getByText(`${job} is on its way.`)).toBeVisible();
    await expect(keeper.getByRole('row', { name: new RegExp(`^${job}`) }).getByText('done')).toBeVisible();
  }
  await keeper.getByRole('button', { name: 'Rebuild: vehicle-summary' }).click();
  await expect(keeper.getByText('vehicle-summary is on its way.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: keeper }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await context.close();

  await page.goto('/operations');
  await expect(page.getByRole('heading', { name: 'Nothing parked here' })).toBeVisible();
});
