import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The rules that look at colours: all that a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing: by every rule in the light theme, and in the dark one by those that look at colours.
 *
 * @param within a selector, where the rest of the page was looked at before
 */
export async function expectNoViolations(
  page: Page,
  { theme, where, within }: { readonly theme: Theme; readonly where: string; readonly within?: string },
): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // No page has frames of others, for which axe would open a tab of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within) axe.include(within);
  if (theme === 'dark') axe.withRules(rulesOfColour);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
  expect(found, where).toEqual([]);
}
