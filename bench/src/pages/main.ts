import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../../apps/launcher/dist/check/browser.js';
import { verdict } from '../verdict.ts';
import { axeOf } from './axe.ts';
import { config } from './config.ts';
import { fill, type Fleet } from './fill.ts';
import { inTheBrowser } from './in-the-browser.ts';
import { categories, lighthouseOf } from './lighthouse.ts';
import { aPerson, type Person } from './person.ts';
import { startProduct, type Product } from './product.ts';
import { serverTime } from './server-times.ts';

const targets = {
  timelineP95Ms: 50,
  addToSeenMs: 300,
  longTaskMs: 50,
  layoutShift: 0.02,
  scores: { performance: 95, accessibility: 100, 'best-practices': 95 },
};

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
const product: Product = config.url
  ? { origin: config.url, stop: () => Promise.resolve() }
  : await startProduct();
try {
  const person = await aPerson(product.origin);
  const fleet = await fill(person, config.vehicles, config.events);
  console.log(`${fleet.vehicles} vehicles, ${fleet.events} events, 10,000 of them of one vehicle`);
  await measureServer(person, fleet);
  await measureBrowser(person, fleet);
} finally {
  await product.stop();
}

async function measureServer(person: Person, { veteran }: Fleet): Promise<void> {
  const pages = [
    ['timeline', `/vehicles/${veteran}`],
    ['timeline, searched', `/vehicles/${veteran}?q=rattle`],
    ['garage', '/'],
    ['fleet', '/fleet'],
  ] as const;
  const times = [];
  for (const [page, path] of pages) times.push(await serverTime(person, page, path));
  console.log('\nThe document as the server sends it, milliseconds to its last byte');
  console.table(
    times.map(({ page, p50, p95, kB }) => ({
      page,
      p50: p50.toFixed(1),
      p95: p95.toFixed(1),
      kB: kB.toFixed(0),
    })),
  );
  verdict('timeline, p95 of the server, ms', times[0]!.p95, '<=', targets.timelineP95Ms);
}

async function measureBrowser(person: Person, fleet: Fleet): Promise<void> {
  const { executable } = await findBrowser(config.chromePath);
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const seen = await inTheBrowser(browser, person, fleet);
    console.log('\nThe long timeline in Chromium');
    console.table([seen]);
    verdict('an entry added is seen, ms', seen.addToSeenMs, '<=', targets.addToSeenMs);
    verdict('longest task while 10,000 entries scroll by, ms', seen.longestTaskMs, '<=', targets.longTaskMs);
    verdict('layout shift at load', seen.shiftAtLoad, '<=', targets.layoutShift);
    for (const theme of ['light', 'dark'] as const) {
      for (const path of ['/', `/vehicles/${fleet.veteran}`, '/fleet']) {
        const violations = await axeOf(browser, person, { path, theme });
        for (const each of violations) console.log(each);
        verdict(`axe, ${path.length > 10 ? 'timeline' : path}, ${theme}`, violations.length, '<=', 0);
      }
    }
  } finally {
    await browser.close();
  }
  for (const form of ['desktop', 'mobile'] as const) {
    for (const [page, path] of [
      ['garage', '/'],
      ['timeline', `/vehicles/${fleet.veteran}`],
    ] as const) {
      const report = await lighthouseOf(person, executable, { page, path, form });
      for (const fault of report.faults) console.log(`  ${fault}`);
      for (const category of categories) {
        verdict(`${report.page}, ${category}`, report.scores[category], '>=', targets.scores[category]);
      }
    }
  }
}
