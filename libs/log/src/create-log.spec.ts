import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What a process of that body says that has a `log`, as it stands in its standard output. */
async function saidBy(body: string): Promise<string[]> {
  const log = new URL('../dist/index.js', import.meta.url).href;
  const script = `const { createLog } = await import('${log}'); const log = createLog({ process: 'api', level: 'info' }); ${body}`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
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
