import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

const themes = ['light', 'dark'] as const;

/** The rules that look at colours: all that a theme can change. */
const byColour: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * Expects that axe finds nothing: by every rule in the light theme, and in the dark one by those that look at colours. The
 * page follows the system's theme, and is left in the light one.
 *
 * @param within a selector, where the rest of the page was looked at before
 */
export async function expectNoViolations(
  page: Page,
  { where, within = 'html' }: { readonly where: string; readonly within?: string },
): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    const found = await violationsIn(page, within, theme === 'dark' ? byColour : {});
    expect(found, `${where} in the ${theme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Axe comes into a page once: its source is half a megabyte. */
async function violationsIn(page: Page, within: string, rules: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ within, options }) => {
      const { violations } = await window.axe.run(within, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
    },
    { within, options: { ...rules, resultTypes: ['violations'], preload: false } satisfies RunOptions },
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
