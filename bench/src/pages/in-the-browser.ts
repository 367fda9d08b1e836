import { performance } from 'node:perf_hooks';
import type { Browser, Page } from '@playwright/test';
import { quantile } from '../closed-loop.ts';
import { aPage, type Watched } from './a-page.ts';
import type { Fleet } from './fill.ts';
import type { Person } from './person.ts';

export interface InTheBrowser {
  /** From the press that saves an entry until its row is on the page, milliseconds, the middle of seven. */
  readonly addToSeenMs: number;
  /** Of the longest task while 10,000 entries were scrolled through, milliseconds. */
  readonly longestTaskMs: number;
  readonly tasksOver50Ms: number;
  readonly framesScrolled: number;
  readonly shiftAtLoad: number;
  readonly shiftWhileScrolling: number;
}

const additions = 7;

/** A desktop's Chromium at the long timeline: an entry added, and the whole of it scrolled through. */
export async function inTheBrowser(browser: Browser, person: Person, fleet: Fleet): Promise<InTheBrowser> {
  const page = await aPage(browser, person);
  await page.goto(`/vehicles/${fleet.veteran}`);
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  // The feed's stream never ends: rest is a second without a change.
  await page.waitForTimeout(1000);
  const shiftAtLoad = await page.evaluate(() => window.watched.shift);
  const { shift, frames, tasks } = await scrolledThrough(page);
  const seen: number[] = [];
  for (let turn = 0; turn < additions; turn += 1) seen.push(await addToSeen(page, fleet, turn));
  await page.context().close();
  return {
    addToSeenMs: quantile(seen, 0.5),
    longestTaskMs: Math.max(0, ...tasks),
    tasksOver50Ms: tasks.length,
    framesScrolled: frames,
    shiftAtLoad,
    shiftWhileScrolling: shift - shiftAtLoad,
  };
}

/** A screen's height every fourth frame, until the log's beginning is on the screen. */
async function scrolledThrough(page: Page): Promise<Watched> {
  return page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    window.watched.tasks.length = 0;
    const beginning = () => document.querySelector('.tl__end:not([role], .on-paper)') !== null;
    for (let still = 0; still < 600; still += 1) {
      const before = window.scrollY;
      window.scrollBy(0, window.innerHeight);
      for (let each = 0; each < 4; each += 1) await frame();
      window.watched.frames += 4;
      if (window.scrollY !== before) still = 0;
      else if (beginning()) break;
    }
    return window.watched;
  });
}

/** A note, which nothing else resembles. */
async function addToSeen(page: Page, { veteran }: Fleet, turn: number): Promise<number> {
  const text = `Measured ${turn} at ${Date.now()}`;
  await page.goto(`/vehicles/${veteran}`);
  await page.locator('html[data-alive]').waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Note' }).click();
  await sheet.getByRole('textbox', { name: 'Note', exact: true }).fill(text);
  const save = sheet.getByRole('button', { name: 'Save note' });
  const row = page.getByRole('link', { name: text });
  const began = performance.now();
  await save.click();
  await row.waitFor();
  return performance.now() - began;
}
