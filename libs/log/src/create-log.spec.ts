import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Arguments of a Node process of that body, which has a `log`. */
function processWith(body: string): string[] {
  const at = (file: string) => new URL(file, import.meta.url).href;
  const source = ['--conditions=odolog-source', '--import', at('../../testing/src/resolve-source.mjs')];
  const begin = `const { createLog } = await import('${at('create-log.ts')}'); const log = createLog({ process: 'api', level: 'info' });`;
  return [...source, '--input-type=module', '--eval', `${begin} ${body}`];
}

/** What a process of that body says, as it stands in its standard output. */
async function saidBy(body: string): Promise<string[]> {
  const run = promisify(execFile)(process.execPath, processWith(body));
  const { stdout } = await run.catch((ended: { stdout: string }) => ended);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);
}

it.each([
  ['ends by itself', ''],
  ['is ended', 'process.exit(1)'],
  ['falls', 'throw new Error("out of cheese")'],
])('says all that was said before a process %s', async (_how, end) => {
  expect(await saidBy(`log.info('listening'); log.error('out of cheese'); ${end}`)).toEqual([
    'listening',
    'out of cheese',
  ]);
});

it('says it while the process lives', async () => {
  expect(
    await saidBy(`log.info('soon'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1000);`),
  ).toEqual(['soon']);
});

it('ends a process whose reader is gone', async () => {
  const orphan = spawn(process.execPath, processWith(`log.info('stopping'); process.exit(3);`), {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  orphan.stdout.destroy();
  expect(await once(orphan, 'exit')).toEqual([3, null]);
});
