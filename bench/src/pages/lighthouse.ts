import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { cookiesFor } from './a-page.ts';
import type { Person } from './person.ts';

export const categories = ['performance', 'accessibility', 'best-practices'] as const;

export interface Report {
  readonly page: string;
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  /** What kept a score from 100. */
  readonly faults: readonly string[];
}

const runs = 3;

/** The middle of three runs by performance, signed in, as a phone on a slow network or as a desktop. */
export async function lighthouseOf(
  person: Person,
  chromePath: string,
  { page, path, form }: { readonly page: string; readonly path: string; readonly form: 'mobile' | 'desktop' },
): Promise<Report> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) {
    const chrome = await launch({
      chromePath,
      chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    try {
      await signIn(chrome.port, person);
      const result = await lighthouse(
        `${person.origin}${path}`,
        {
          port: chrome.port,
          onlyCategories: [...categories],
          logLevel: 'error',
        },
        form === 'desktop' ? desktopConfig : undefined,
      );
      reports.push(reportOf(`${page}, ${form}`, result!.lhr));
    } finally {
      chrome.kill();
    }
  }
  reports.sort((a, b) => a.scores.performance - b.scores.performance);
  return reports[Math.floor(runs / 2)]!;
}

/** The browser itself: a header that Lighthouse adds goes with the document, but not with what a service worker asks. */
async function signIn(port: number, person: Person): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  await browser.contexts()[0]!.addCookies(cookiesFor(person));
  await browser.close();
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function reportOf(page: string, { categories: scored, audits }: Result): Report {
  const scoreOf = (category: string) => Math.round((scored[category]?.score ?? 0) * 100);
  const faults = categories.flatMap((category) =>
    (scored[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`),
  );
  const scores = {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
  };
  return { page, scores, faults };
}
