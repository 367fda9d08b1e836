import type { Page } from '@playwright/test';
import { expect, freshEmail, test, vehicleWithFills } from './app';
import { expectNoViolations } from './axe';
import { filesOfZip } from './files-of-zip';

const pages = [
  '/settings',
  '/settings/account',
  '/settings/security',
  '/settings/members',
  '/settings/api-keys',
  '/settings/audit',
  '/settings/data',
];

// Page after page in one test, each walked through as a whole.
test.describe.configure({ timeout: 90_000 });

test.describe('every page of the settings', () => {
  test('is walked through by keys, and axe finds nothing in either theme', async ({ page, person }) => {
    const { tenant } = await person.api.get<{ tenant: { id: string } }>('/me');
    await person.api.post('/garages', { name: 'North' });
    await person.api.post('/vehicles', { nickname: 'Cuore' });
    await person.api.post('/api-keys', { name: 'Spreadsheet', scopes: ['read'] });
    await person.api.post(`/tenants/${tenant.id}/invitations`, { email: freshEmail(), role: 'driver' });
    for (const address of pages) {
      await page.goto(address);
      await expectNoViolations(page, { where: address });
      expect(await missedByTab(page), address).toEqual([]);
    }
  });
});

const mostStops = 150;

/** What one can press or fill in on the page, and Tab does not come to. */
async function missedByTab(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.addEventListener('focusin', ({ target }) =>
      (target as HTMLElement).setAttribute('data-walked', ''),
    );
  });
  const isWalked = async () => {
    await page.keyboard.press('Tab');
    return page.evaluate(() => document.activeElement === document.body);
  };
  let stops = 0;
  while (stops < mostStops && !(await isWalked())) stops += 1;
  expect(stops, 'the keys get out of the page again').toBeLessThan(mostStops);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, textarea, summary)')]
      .filter(
        (control) => control.checkVisibility() && control.tabIndex >= 0 && !control.matches(':disabled'),
      )
      // Of a group of radio buttons Tab comes to one, and the arrows to the others.
      .filter((control) => !control.matches('input[type=radio]') && !control.hasAttribute('data-walked'))
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}

test('a garage that was deleted by mistake comes back with its vehicles @thorough', async ({
  page,
  person,
}) => {
  const { id: garageId } = await person.api.post<{ id: string }>('/garages', { name: 'North' });
  const { id } = await person.api.post<{ id: string }>('/vehicles', { nickname: 'Cuore', garageId });
  await person.api.post('/vehicles', { nickname: 'Polo' });
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'North' }).getByRole('heading')).toHaveText([
    'North',
    'Cuore',
  ]);
  await expect(page.getByRole('region', { name: 'In no garage' })).toContainText('Polo');
  await page.goto('/settings/members');
  const north = page.getByRole('region', { name: 'North' });
  await north.getByText('Rename or delete').click();
  await north.getByRole('button', { name: 'Delete garage' }).click();
  await north.getByRole('button', { name: 'Really delete North' }).click();
  await expect(north).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('North is back')).toBeVisible();
  await expect(north).toBeVisible();
  expect(await person.api.get(`/vehicles/${id}`)).toMatchObject({ garageId });
});

test('everything is taken along as one archive, and its history proves itself (phone too, if thorough)', async ({
  page,
  person,
}) => {
  await vehicleWithFills(person, '../Cuore');
  await page.goto('/settings/data');
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download everything' }).click(),
  ]);
  expect(archive.suggestedFilename()).toMatch(/\.zip$/);
  const files = await filesOfZip(await archive.path());
  const names = ['history.json', 'events.csv'].map((name) => `vehicles/_Cuore/${name}`);
  expect([...files.keys()]).toEqual(['README.txt', 'tenant.json', ...names]);
  const [history, events] = names.map((name) => files.get(name)!);
  expect(events!.toString()).toContain(',10500,km,10500000,');

  await page.goto('/verify');
  const file = { name: 'history.json', mimeType: 'application/json', buffer: history! };
  await page.getByLabel('Choose the file').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Unchanged' })).toBeVisible();
});
