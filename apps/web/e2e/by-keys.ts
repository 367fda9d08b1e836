import { expect, type Locator, type Page } from '@playwright/test';

const mostPresses = 90;

/** Goes to something by Tab alone, as someone without a mouse: on the way the focus is never lost, and at the end it is seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let press = 0; press < mostPresses; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect.poll(() => focusSeen(page), { message: 'the focus is seen' }).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached by ${mostPresses} times ${key}`);
}

/** Goes to a button or a link by Tab, and presses it by Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab, and writes into it in place of what is there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Of the element that has the focus: that there is one, on the screen, and marked as such by itself or by its frame. */
function focusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight || right < 0 || left > window.innerWidth) return false;
    const marked = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    const frames: Element[] = [];
    for (let at: Element | null = focused; at && frames.length < 4; at = at.parentElement) frames.push(at);
    return frames.some(
      (frame) => marked(getComputedStyle(frame)) || marked(getComputedStyle(frame, '::after')),
    );
  });
}

/** After something was closed: whoever has no mouse goes on where they were, not at the top of the page. */
export async function focusIsKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), {
      message: 'the focus is kept',
    })
    .toBe(true);
}
