import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** The rules that look at colours: all that a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing: by every rule in the light theme, and in the dark one by those that look at colours. The
 * page follows the system's theme, and is left in the light one.
 *
 * @param within a selector, where the rest of the page was looked at before
 */
export async function expectNoViolations(
  page: Page,
  { where, within }: { readonly where: string; readonly within?: string },
): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    // No page has frames of others, for which axe would open a tab of its own each time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (within) axe.include(within);
    if (theme === 'dark') axe.withRules(rulesOfColour);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
    expect(found, `${where} in the ${theme} theme`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
