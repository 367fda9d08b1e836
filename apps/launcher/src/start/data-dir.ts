import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
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
 * @throws CannotStart when it cannot be written, or another instance holds it: names that one's process and address
 */
export async function openDataDir(folder: string, url: string): Promise<DataDir> {
  const logs = path.join(folder, 'logs');
  await mkdir(logs, { recursive: true }).catch(refuseUnwritable(folder));
  const instanceFile = path.join(folder, 'instance.json');
  if (!(await hold(await realpath(folder)))) {
    const other = await readInstance(instanceFile);
    throw new CannotStart(
      `Odolog already runs on ${folder}${other ? `: process ${other.pid}, ${other.url}` : ''}.`,
      'Use that one, or start another beside it with its own PORT and ODOLOG_DATA_DIR.',
    );
  }
  const leftBehind = existsSync(instanceFile);
  const instance = `${JSON.stringify({ pid: process.pid, url })}\n`;
  await writeFile(instanceFile, instance).catch(refuseUnwritable(folder));
  return { path: folder, logs, leftBehind, close: () => rm(instanceFile, { force: true }) };
}

const refuseUnwritable =
  (folder: string) =>
  (cause: NodeJS.ErrnoException): never => {
    if (cause.code === 'ENOSPC') {
      const whatToDo = 'Free some space, or choose another disk with ODOLOG_DATA_DIR.';
      throw new CannotStart(`The disk of ${folder} is full.`, whatToDo, { cause });
    }
    throw new CannotStart(
      `The folder ${folder} cannot be made or written.`,
      'Choose a writable place with ODOLOG_DATA_DIR, or change the owner of that folder.',
      { cause },
    );
  };

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

/** Nothing, where the other one has not written it yet. */
async function readInstance(file: string): Promise<{ pid: number; url: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { pid: number; url: string };
  } catch {
    return undefined;
  }
}
