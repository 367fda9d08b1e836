import path from 'node:path';
import { root } from './config.js';
import { run, runNode } from './run.js';

const scripts: Readonly<Record<string, string>> = { pages: 'src/pages/main.ts', large: 'src/large.ts' };

/**
 * Installs what the benchmarks alone need, and runs those of the store; with `pages` those of the pages, with `large` those
 * of ten million events.
 *
 * @returns the exit code
 */
export async function bench([which, ...args]: readonly string[]): Promise<number> {
  const folder = path.join(root, 'bench');
  const installed = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    show: true,
  });
  if (installed.code !== 0) return installed.code;
  const script = scripts[which ?? ''] ?? 'src/main.ts';
  return (await runNode([script, ...args], { cwd: folder, show: true })).code;
}
