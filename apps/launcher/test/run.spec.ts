import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const run = new URL('../dist/run.js', import.meta.url).href;
const idles = 'console.log(process.pid); setTimeout(() => undefined, 60_000)';
const runs = `
  import { runNode } from '${run}';
  void runNode(['-e', ${JSON.stringify(idles)}], { show: true });
  process.stdin.once('data', () => process.exit(0));`;

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a build that is under way ends with the launcher, though the signal was for the launcher alone', async () => {
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', runs], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(launcher.stdout, 'data')) as [Buffer];
  const build = Number(said.toString());
  expect(lives(build)).toBe(true);
  launcher.stdin.write('end');
  await once(launcher, 'close');
  await expect.poll(() => lives(build)).toBe(false);
});
