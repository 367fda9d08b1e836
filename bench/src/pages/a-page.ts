import type { Browser, Page } from '@playwright/test';
import type { Person } from './person.ts';

/** What the browser did since the page was opened. */
export interface Watched {
  /** Milliseconds of each that was longer than 50. */
  readonly tasks: number[];
  shift: number;
  frames: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** A desktop's page of someone who is signed in, watched for long tasks and shifts. */
export async function aPage(browser: Browser, person: Person): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: person.origin, viewport });
  await context.addCookies(cookiesFor(person));
  await context.addInitScript(() => {
    const watched: Watched = { tasks: [], shift: 0, frames: 0 };
    window.watched = watched;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        watched.shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return context.newPage();
}

/** What a browser keeps of someone who is signed in. */
export function cookiesFor({ origin, cookie }: Person): { name: string; value: string; url: string }[] {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
  });
}
