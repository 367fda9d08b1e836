import path from 'node:path';
import { root } from './config.js';
import { run, runNode } from './run.js';

/** Installs what the benchmarks alone need, and runs them. @returns the exit code */
export async function bench(args: readonly string[]): Promise<number> {
  const folder = path.join(root, 'bench');
  const installed = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    show: true,
  });
  if (installed.code !== 0) return installed.code;
  return (await runNode(['src/main.ts', ...args], { cwd: folder, show: true })).code;
}
