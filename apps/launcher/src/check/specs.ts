import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, type Config } from '../config.js';
import { run, runTool } from '../run.js';
import { failure, type PartResult, type Scope } from './part.js';

interface SpecFile {
  readonly name: string;
  /** Why the file itself could not be run. */
  readonly message: string;
  readonly status: 'passed' | 'failed';
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly tags: readonly string[];
    readonly failureMessages: readonly string[] | null;
  }[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly SpecFile[];
}

/** Everything that vitest runs: pure, database, HTTP and process tests. */
export async function specs(config: Config, { thorough }: Scope): Promise<PartResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-check-'));
  const reportFile = path.join(folder, 'vitest.json');
  try {
    const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
    if (!thorough) args.push('--tags-filter=!thorough');
    const { code } = await runTool('vitest', args, {
      env: {
        ...config.inherited,
        ...(config.redisUrl && { REDIS_URL: config.redisUrl }),
        ...(thorough && { ODOLOG_TEST_THOROUGH: 'true' }),
      },
      show: true,
    });
    const result = countSpecs(await readReport(reportFile), code);
    return (await hasRedis(config))
      ? result
      : { ...result, note: 'not run: redis (no redis-server, no REDIS_URL)' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The specs themselves skip what needs one, and fail without one on a build machine. */
async function hasRedis(config: Config): Promise<boolean> {
  return config.redisUrl !== undefined || (await run('which', ['redis-server'])).code === 0;
}

/** A run that failed beside its tests, in a hook or by an unhandled error, counts as one failure. */
export function countSpecs(report: VitestReport | undefined, code: number): PartResult {
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: 'vitest did not finish' };
  const failed = report.numFailedTests === 0 && code !== 0 ? 1 : report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests - leftToTheThorough(report),
    failures: report.testResults.filter(({ status }) => status === 'failed').flatMap(failedSpecs),
  };
}

/** Those are no part of this run, as the journeys of that tag are none. */
function leftToTheThorough({ testResults }: VitestReport): number {
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return results.filter(({ status, tags }) => status === 'skipped' && tags.includes('thorough')).length;
}

function failedSpecs({ name, message, assertionResults }: SpecFile): string[] {
  const file = path.relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [failure(file, '', message)];
  return failed.map(({ fullName, failureMessages }) => failure(file, fullName, failureMessages?.[0]));
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as VitestReport);
}
