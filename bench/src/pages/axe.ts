import type { Browser } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { aPage } from './a-page.ts';
import type { Person } from './person.ts';

/** What axe finds on a page, a line each. */
export async function axeOf(
  browser: Browser,
  person: Person,
  { path, theme }: { readonly path: string; readonly theme: 'light' | 'dark' },
): Promise<string[]> {
  const page = await aPage(browser, person);
  await page.context().addCookies([{ name: 'odolog-theme', value: theme, url: person.origin }]);
  await page.goto(path);
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  await page.context().close();
  return violations.map(({ id, nodes }) => `${path}, ${theme}: ${id}, ${nodes.length} places`);
}
