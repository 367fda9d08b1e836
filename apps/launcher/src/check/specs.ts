import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.js';
import { runTool } from '../run.js';
import type { PartResult } from './part.js';
import { findRedis } from './redis.js';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Everything that vitest runs, with coverage: pure, database, HTTP and process tests. */
export async function specs(config: Config): Promise<PartResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-check-'));
  const redis = await findRedis(config.redisUrl);
  const reportFile = path.join(folder, 'vitest.json');
  try {
    const args = [
      'run',
      '--coverage',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ];
    const env = { ...config.inherited, ...(redis ? { ODOLOG_TEST_REDIS_URL: redis.url } : {}) };
    const { code } = await runTool('vitest', args, { env, show: true });
    return withRedisNote(countSpecs(await readReport(reportFile), code), redis !== undefined, config.ci);
  } finally {
    redis?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run that failed beside its tests, in a hook or by an unhandled error, counts as one failure. */
export function countSpecs(report: VitestReport | undefined, code: number): PartResult {
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: 'vitest did not finish' };
  const failed = report.numFailedTests === 0 && code !== 0 ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

function withRedisNote(result: PartResult, found: boolean, ci: boolean): PartResult {
  if (found) return result;
  const note = 'not run: redis (no redis-server, no REDIS_URL)';
  return ci ? { ...result, failed: result.failed + 1, note, output: note } : { ...result, note };
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as VitestReport);
}
