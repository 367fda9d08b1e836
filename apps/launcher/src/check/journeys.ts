import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { makeRunFolder } from '@odolog/embedded-postgres';
import getPort from 'get-port';
import { root, type Config } from '../config.js';
import { runTool } from '../run.js';
import { findBrowser } from './browser.js';
import { failure, type PartResult, type Scope } from './part.js';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly suites: readonly Suite[];
}

interface Suite {
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
  readonly suites?: readonly Suite[];
}

/** The whole product, started as a person would, walked through in a real browser. */
export async function journeys(config: Config, { thorough }: Scope): Promise<PartResult> {
  const folder = await makeRunFolder();
  const port = await getPort();
  const issuerPort = await getPort();
  const dataDir = path.join(folder, 'data');
  const product = launch(config, { port, dataDir, issuerPort });
  try {
    const browser = await findBrowser(config.chromiumPath);
    await ready(product);
    const reportFile = path.join(folder, 'playwright.json');
    const args = ['test', '--reporter=list,json', ...(thorough ? [] : ['--grep-invert=@thorough'])];
    const { code } = await runTool('playwright', args, {
      cwd: path.join(root, 'apps/web'),
      env: {
        ...config.inherited,
        ...browser.env,
        TMPDIR: folder,
        CHROME_PATH: browser.executable,
        ODOLOG_URL: `http://localhost:${port}`,
        ODOLOG_ISSUER_PORT: String(issuerPort),
        ...(thorough && { ODOLOG_TEST_THOROUGH: 'true' }),
        // The messages that it keeps there are read like a person's mail.
        ODOLOG_DATA_DIR: dataDir,
        PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
      },
      show: true,
    });
    return countJourneys(await readReport(reportFile), code);
  } finally {
    await end(product);
    await rm(folder, { recursive: true, force: true });
  }
}

/** So many journeys may need a second attempt: two browsers and the product share the machine. */
const unsteadyAtMost = 2;

/** A journey that passed only when it was repeated is named, for it hides something; more than two of them are failures. */
export function countJourneys(report: PlaywrightReport | undefined, code: number): PartResult {
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: 'Playwright did not finish' };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const unsteady = journeysThatAre('flaky', report.suites);
  const failures = journeysThatAre('unexpected', report.suites);
  if (flaky > unsteadyAtMost) {
    return { passed: expected, failed: unexpected + flaky, skipped, failures: [...failures, ...unsteady] };
  }
  const failed = unexpected === 0 && code !== 0 ? 1 : unexpected;
  return { passed: expected + flaky, failed, skipped, failures, unsteady };
}

function journeysThatAre(wanted: 'unexpected' | 'flaky', suites: readonly Suite[]): string[] {
  return suites.flatMap(({ file, specs, suites: inner = [] }) => [
    ...specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === wanted)
        .map(({ results }) => failure(file, title, results.find(({ error }) => error)?.error?.message)),
    ),
    ...journeysThatAre(wanted, inner),
  ]);
}

interface Launch {
  readonly port: number;
  readonly dataDir: string;
  /** Where a journey starts an identity provider for itself. */
  readonly issuerPort: number;
}

function launch(config: Config, { port, dataDir, issuerPort }: Launch): ChildProcess {
  const { ODOLOG_URL: _elsewhere, ...inherited } = config.inherited;
  return spawn(process.execPath, [path.join(root, 'apps/launcher/dist/main.js'), 'start'], {
    cwd: root,
    env: {
      ...inherited,
      ...(config.redisUrl && { REDIS_URL: config.redisUrl }),
      PORT: String(port),
      ODOLOG_DATA_DIR: dataDir,
      ODOLOG_OIDC_PROVIDERS: providers(issuerPort),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

function providers(issuerPort: number): string {
  const issuer = `http://localhost:${issuerPort}`;
  const memberships = [{ tenantClaim: 'fleet', defaultRole: 'driver' }];
  return JSON.stringify([{ id: 'elsewhere', name: 'Elsewhere', issuer, clientId: 'odolog', memberships }]);
}

/** @throws Error when it ends before it is ready */
async function ready(product: ChildProcess): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({ input: product.stdout! })) {
    said.push(line);
    if (line.startsWith('Odolog is ready')) {
      product.stdout!.resume();
      return;
    }
  }
  throw new Error(`The product did not start:\n${said.join('\n')}`);
}

async function end(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const gone = once(product, 'exit');
  product.kill('SIGTERM');
  await gone;
}

async function readReport(file: string): Promise<PlaywrightReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as PlaywrightReport);
}
