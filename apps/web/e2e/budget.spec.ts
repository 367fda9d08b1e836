import { devices } from '@playwright/test';
import { expect, sampleVehicle, test, vehicleWithFills } from './app';

const mostBytes = 150_000;

/** Browsers that know modules, which ours all do, leave those for others out. */
function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, source]) => source!);
}

test('the timeline loads no more JavaScript at first than its budget', async ({ page, person }) => {
  const { id } = await vehicleWithFills(person);
  const html = await (await page.request.get(`/vehicles/${id}`)).text();
  const scripts = scriptsIn(html);
  await page.goto(`/vehicles/${id}`);
  const sizes = await page.evaluate(
    (wanted) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }))
        .filter(({ path }) => wanted.includes(path)),
    scripts,
  );
  expect(sizes.length).toBe(new Set(scripts).size);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const description = `${(total / 1000).toFixed(1)} kB of JavaScript in ${sizes.length} files`;
  test.info().annotations.push({ type: 'weight', description });
  expect(total, JSON.stringify(sizes.toSorted((a, b) => b.bytes - a.bytes))).toBeLessThanOrEqual(mostBytes);
});

test('a timeline begins with as many rows as a window shows, fewer where it is a phone', async ({
  page,
  person,
}) => {
  const { id } = await sampleVehicle(person, 'Cuore');
  const lastRowFor = async (device: string) => {
    const headers = { 'user-agent': devices[device]!.userAgent };
    const html = await (await page.request.get(`/vehicles/${id}`, { headers })).text();
    return Math.max(...[...html.matchAll(/ data-index="(\d+)"/g)].map(([, index]) => Number(index)));
  };
  expect(await lastRowFor('Desktop Firefox')).toBeGreaterThan(16);
  for (const phone of ['iPhone 15', 'Galaxy S24']) expect(await lastRowFor(phone), phone).toBeLessThan(12);
});

test('no row of a timeline comes later than the one below it', async ({ page, person }) => {
  const { id } = await sampleVehicle(person, 'Octavia');
  const html = await (await page.request.get(`/vehicles/${id}`)).text();
  const list = html.slice(html.indexOf('class="tl__rows"'), html.lastIndexOf('data-index='));
  expect(list).toContain('charges at home');
  // What stands in for a piece that follows further down in the answer.
  expect(list).not.toContain('<template');
});

test('every script of a page may be compiled before the page needs it', async ({ page }) => {
  const html = await (await page.request.get('/')).text();
  const scripts = scriptsIn(html);
  expect(scripts).not.toHaveLength(0);
  for (const script of scripts) {
    const text = await (await page.request.get(script)).text();
    expect(text.split('\n', 1), script).toEqual(['//# allFunctionsCalledOnLoad']);
  }
});

test('a page is hydrated in a later task than its scripts are run in', async ({ page }) => {
  await page.addInitScript(() => {
    const isHydrating = () => Object.keys(document).some((name) => name.startsWith('__reactContainer'));
    // The framework names itself on the window just before it hydrates the page.
    Object.defineProperty(window, 'next', {
      configurable: true,
      set(value: unknown) {
        Object.defineProperty(window, 'next', { value, writable: true });
        // A message comes after this task, and before any timer that is set from here on.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (document.documentElement.dataset.hydratesAtOnce = String(isHydrating()));
        port2.postMessage(undefined);
      },
    });
  });
  await page.goto('/sign-in');
  await expect(page.locator('html[data-alive]')).toHaveAttribute('data-hydrates-at-once', 'false');
});
