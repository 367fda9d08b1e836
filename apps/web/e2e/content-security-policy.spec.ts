import type { Page } from '@playwright/test';
import { expect, test, vehicleWithFills } from './app';

/** What the browser refused on account of the policy, page after page. */
async function refusalsOn(page: Page): Promise<string[]> {
  const refusals: string[] = [];
  await page.exposeFunction('reportRefusal', (refusal: string) => refusals.push(refusal));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
      const { reportRefusal } = window as unknown as { reportRefusal: (refusal: string) => void };
      reportRefusal(`${location.pathname}: ${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return refusals;
}

const policyOf = async ({ request }: Page, address: string): Promise<string> =>
  (await request.get(address)).headers()['content-security-policy'] ?? '';
const scriptsIn = (policy: string): string | undefined =>
  policy.split('; ').find((directive) => directive.startsWith('script-src '));

test('every page runs the scripts of its own answer alone @thorough', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const addresses = ['/', `/vehicles/${id}`, `/vehicles/${id}/edit`, '/vehicles/new', '/import', '/settings'];
  for (const address of [...addresses, '/timeline', '/sign-in', '/sign-up', '/nowhere', '/nowhere.html']) {
    expect(scriptsIn(await policyOf(page, address)), address).toMatch(
      /^script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'$/,
    );
  }
});

test('every answer has a nonce of its own', async ({ page }) => {
  const nonces = [];
  for (let times = 0; times < 3; times += 1) nonces.push(scriptsIn(await policyOf(page, '/sign-in')));
  expect(new Set(nonces).size).toBe(3);
});

// What another page is refused, every journey over it finds on its console.
test('what no journey leads to asks for nothing that its policy refuses @thorough', async ({ page }) => {
  const refusals = await refusalsOn(page);
  await page.goto('/nowhere.html');
  await page.goto('/api/docs');
  await expect(
    page.getByText('recordEvent').or(page.getByText('/api/v1/vehicles').first()).first(),
  ).toBeVisible();
  expect(refusals).toEqual([]);
});

// On a page of its own, since what is provoked stands on the console as an error.
test('what someone smuggles into the markup of a page does not run', async ({ context }) => {
  const page = await context.newPage();
  const refusals = await refusalsOn(page);
  const takeOver = 'document.title = `taken over`';
  const smuggled = `<script>${takeOver}</script><script src="/icon.svg"></script><img src="data:," onerror="${takeOver}">`;
  await page.route('**/sign-in', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${smuggled}</body>`) });
  });
  await page.goto('/sign-in');
  await expect
    .poll(() => refusals.map((refusal) => refusal.split(' ').slice(1, 3).join(' ')).toSorted())
    .toEqual([
      'script-src-attr inline',
      expect.stringMatching(/^script-src-elem http.*\/icon\.svg$/),
      'script-src-elem inline',
    ]);
  expect(await page.title()).not.toContain('taken over');
});
