import { cpus } from 'node:os';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../../apps/launcher/dist/check/browser.js';
import { verdict } from '../verdict.ts';
import { axeOf } from './axe.ts';
import { config } from './config.ts';
import { filled, type Filled, type Fleet } from './fill.ts';
import { inTheBrowser } from './in-the-browser.ts';
import { categories, lighthouseOf } from './lighthouse.ts';
import { startProduct, type Product } from './product.ts';
import { rounds, serverTime, warmUps } from './server-times.ts';

const targets = {
  timelineP95Ms: 50,
  addToSeenMs: 300,
  longTaskMs: 50,
  layoutShift: 0.02,
  scores: { performance: 95, accessibility: 100, 'best-practices': 95 },
};

const parts = {
  fill: async () => {},
  server: measureServer,
  browser: measureBrowser,
  axe: measureAxe,
  lighthouse: measureLighthouse,
} as const satisfies Record<string, (measured: Filled) => Promise<void>>;
type Part = keyof typeof parts;
const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

const named = process.argv.slice(2);
const wrong = named.filter((name) => !isPart(name));
if (wrong.length > 0) {
  console.error(
    `No part of the pages' benchmark: ${wrong.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`,
  );
  process.exit(2);
}
const wanted = named.length > 0 ? named.filter(isPart) : (Object.keys(parts) as Part[]);

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
const product: Product = config.url
  ? { origin: config.url, stop: () => Promise.resolve() }
  : await startProduct(config.dataDir);
try {
  const measured = await filled(product.origin, config, config.dataDir);
  console.log(`${measured.fleet.vehicles} vehicles, ${measured.fleet.events} events`);
  for (const part of wanted) await parts[part](measured);
} finally {
  await product.stop();
}

async function measureServer({ person, fleet: { veteran } }: Filled): Promise<void> {
  const pages = [
    ['timeline', `/vehicles/${veteran}`],
    ['timeline, searched', `/vehicles/${veteran}?q=rattle`],
    ['garage', '/'],
    ['fleet', '/fleet'],
  ] as const;
  const times = [];
  for (const [page, path] of pages) times.push(await serverTime(person, page, path));
  console.log(
    `\nThe document as the server sends it, milliseconds to its last byte: the first ${rounds} requests, and ${rounds} after ${warmUps}`,
  );
  console.table(
    times.map(({ page, first, then, kB }) => ({
      page,
      'first p50': first.p50.toFixed(1),
      'first p95': first.p95.toFixed(1),
      p50: then.p50.toFixed(1),
      p95: then.p95.toFixed(1),
      kB: kB.toFixed(0),
    })),
  );
  verdict('timeline, p95 of the server, ms', times[0]!.then.p95, '<=', targets.timelineP95Ms);
}

async function measureBrowser({ person, fleet }: Filled): Promise<void> {
  await inChromium(async (browser) => {
    const seen = await inTheBrowser(browser, person, fleet);
    console.log('\nThe long timeline in Chromium');
    console.table([seen]);
    verdict('an entry added is seen, ms', seen.addToSeenMs, '<=', targets.addToSeenMs);
    verdict('longest task while 10,000 entries scroll by, ms', seen.longestTaskMs, '<=', targets.longTaskMs);
    verdict('layout shift at load', seen.shiftAtLoad, '<=', targets.layoutShift);
    verdict('layout shift while scrolling', seen.shiftWhileScrolling, '<=', targets.layoutShift);
  });
}

async function measureAxe({ person, fleet }: Filled): Promise<void> {
  console.log('\nWhat axe finds');
  await inChromium(async (browser) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const [page, path] of pagesOf(fleet)) {
        const violations = await axeOf(browser, person, { path, theme });
        for (const each of violations) console.log(each);
        verdict(`axe, ${page}, ${theme}`, violations.length, '<=', 0);
      }
    }
  });
}

async function measureLighthouse({ person, fleet }: Filled): Promise<void> {
  console.log('\nLighthouse');
  const { executable } = await findBrowser(config.chromePath);
  for (const form of ['desktop', 'mobile'] as const) {
    for (const [page, path] of pagesOf(fleet)) {
      if (page === 'fleet') continue;
      const report = await lighthouseOf(person, executable, { page, path, form });
      for (const fault of report.faults) console.log(`  ${fault}`);
      for (const category of categories) {
        verdict(`${report.page}, ${category}`, report.scores[category], '>=', targets.scores[category]);
      }
    }
  }
}

function pagesOf({ veteran }: Fleet): readonly (readonly [page: string, path: string])[] {
  return [
    ['garage', '/'],
    ['timeline', `/vehicles/${veteran}`],
    ['fleet', '/fleet'],
  ];
}

async function inChromium(measure: (browser: Browser) => Promise<void>): Promise<void> {
  const { executable } = await findBrowser(config.chromePath);
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    await measure(browser);
  } finally {
    await browser.close();
  }
}
