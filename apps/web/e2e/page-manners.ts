import type { Page, Request } from '@playwright/test';

/** What no page may do to anybody, whatever the journey is about. */
export interface Manners {
  /** On the console, that nothing provoked. */
  readonly errors: string[];
  readonly warnings: string[];
  /** Reads that are refused or find nothing. */
  readonly refusals: string[];
  /** Reads that a page makes twice before anybody has touched it; what its service worker has kept costs nothing. */
  readonly repeats: string[];
  /** How far each page moved under the eyes of somebody who had not touched it yet. */
  readonly shifts: string[];
}

/** Chrome logs every refused request as an error, and each without a connection; what the page shows is no fault of the page. */
const expectedNoise =
  /Service Worker registration blocked by Playwright|Failed to load resource: (the server responded with a status of 4(00|01|04|09|15|22)|net::ERR_INTERNET_DISCONNECTED)/;

const mostShift = 0.02;

/** Watches a page from its first load on. */
export async function watchManners(page: Page): Promise<Manners> {
  const manners: Manners = { errors: [], warnings: [], refusals: [], repeats: [], shifts: [] };
  page.on('pageerror', (error) => manners.errors.push(error.message));
  page.on('console', (message) => {
    if (expectedNoise.test(message.text())) return;
    if (message.type() === 'error') manners.errors.push(message.text());
    else if (message.type() === 'warning') manners.warnings.push(message.text());
  });
  watchRequests(page, manners);
  await watchShifts(page, manners);
  return manners;
}

/** Until the page is touched, nothing is read twice: afterwards what was written is rightly read again. */
function watchRequests(page: Page, { refusals, repeats }: Manners): void {
  let asked = new Set<string>();
  const again = new WeakSet<Request>();
  let touched = false;
  void page.exposeBinding('tellTouched', () => {
    touched = true;
  });
  page.on('request', (request) => {
    if (isDocument(request, page)) {
      asked = new Set();
      touched = false;
    } else if (request.method() === 'GET' && !touched && isOwn(request)) {
      if (asked.has(request.url())) again.add(request);
      asked.add(request.url());
    }
  });
  // Until the next page is there, the one before it goes on asking.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) asked = new Set();
  });
  page.on('response', (response) => {
    const request = response.request();
    if (again.has(request) && !response.fromServiceWorker()) repeats.push(pathOf(request));
    if (response.status() < 400 || request.method() !== 'GET' || isDocument(request, page)) return;
    refusals.push(`${response.status()}: ${pathOf(request)}`);
  });
}

async function watchShifts(page: Page, { shifts }: Manners): Promise<void> {
  const moved = new Map<string, number>();
  await page.exposeBinding('tellShift', (_source, life: string, by: number, what: string) => {
    const before = moved.get(life) ?? 0;
    moved.set(life, before + by);
    if (before <= mostShift && before + by > mostShift) {
      shifts.push(`${life.replace(/ .*/, '')} by ${(before + by).toFixed(3)}: ${what}`);
    }
  });
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const told = window as unknown as {
      tellTouched: () => void;
      tellShift: (life: string, by: number, what: string) => void;
    };
    let touched = false;
    for (const sign of ['pointerdown', 'keydown', 'wheel'] as const) {
      const touch = () => {
        touched = true;
        told.tellTouched();
      };
      window.addEventListener(sign, touch, { capture: true, once: true, passive: true });
    }
    const life = `${window.location.pathname} ${performance.timeOrigin}`;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        if (touched) return;
        const what = sources.map(({ node }) => (node instanceof Element ? node.className : node?.nodeName));
        told.tellShift(life, value, what.join(', '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const isDocument = (request: Request, page: Page) =>
  request.isNavigationRequest() && request.frame() === page.mainFrame();

const isOwn = (request: Request) =>
  ['fetch', 'xhr', 'script', 'stylesheet', 'font'].includes(request.resourceType());

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return pathname + search;
}
