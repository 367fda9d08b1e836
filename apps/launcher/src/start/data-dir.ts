import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { CannotStart } from '@odolog/embedded-postgres';

/** The folder that belongs to one running instance. */
export interface DataDir {
  readonly path: string;
  readonly logs: string;
  /** True when the instance before was killed: its processes may still be closing their port. */
  readonly leftBehind: boolean;
  /** Says that this instance ended in order. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the folder and holds it until this process dies, however it dies.
 * @throws CannotStart when another instance holds it: names that one's process and address
 */
export async function openDataDir(folder: string, url: string): Promise<DataDir> {
  const logs = path.join(folder, 'logs');
  try {
    await mkdir(logs, { recursive: true });
  } catch (cause) {
    throw new CannotStart(
      `The folder ${folder} cannot be made or written.`,
      'Choose a writable place with ODOLOG_DATA_DIR, or change the owner of that folder.',
      { cause },
    );
  }
  const instanceFile = path.join(folder, 'instance.json');
  if (!(await hold(await realpath(folder)))) {
    const other = await readInstance(instanceFile);
    throw new CannotStart(
      `Odolog already runs on ${folder}${other ? `: process ${other.pid}, ${other.url}` : ''}.`,
      'Use that one, or start another beside it with its own PORT and ODOLOG_DATA_DIR.',
    );
  }
  const leftBehind = (await readInstance(instanceFile)) !== undefined;
  await writeFile(instanceFile, `${JSON.stringify({ pid: process.pid, url })}\n`);
  return { path: folder, logs, leftBehind, close: () => rm(instanceFile, { force: true }) };
}

/** A name in the system's abstract socket space: no file that a killed process could leave behind. */
async function hold(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const name = `\0odolog-data-${createHash('sha256').update(folder).digest('hex')}`;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(name, () => resolve(true));
    server.unref();
  });
}

async function readInstance(file: string): Promise<{ pid: number; url: string } | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { pid: number; url: string });
}
