import { glob, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system in memory, as Linux has one, and what a whole run may need of it. */
const memory = { folder: '/dev/shm', bytes: 2 * 1024 ** 3 };
const named = /^odolog-test-(\d+)-/;

/**
 * Makes the folder of a run of tests, for its clusters and all else that goes with it: in memory where there is room, since
 * to make and drop databases is most of the work on a disk. What killed runs left there is removed first.
 */
export async function makeRunFolder(): Promise<string> {
  const parent = (await hasRoomInMemory()) ? memory.folder : tmpdir();
  await removeAbandoned(parent);
  return mkdtemp(path.join(parent, `odolog-test-${process.pid}-`));
}

/** Stops the servers and removes the folders of runs that are over; those of another account are left to it. */
export async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const run = named.exec(name)?.[1];
    if (run !== undefined && !isAlive(Number(run)))
      await removeRun(path.join(parent, name)).catch(() => undefined);
  }
}

async function removeRun(folder: string): Promise<void> {
  for await (const file of glob('**/postmaster.pid', { cwd: folder })) {
    const server = Number.parseInt(await readIfThere(path.join(folder, file)), 10);
    // The number may be another program's by now.
    if ((await readIfThere(`/proc/${server}/comm`)).startsWith('postgres')) process.kill(server, 'SIGQUIT');
  }
  await rm(folder, { recursive: true, force: true });
}

async function hasRoomInMemory(): Promise<boolean> {
  const free = await statfs(memory.folder).then(
    ({ bavail, bsize }) => Math.min(bavail * bsize, process.availableMemory() / 2),
    () => 0,
  );
  return free >= memory.bytes;
}

const readIfThere = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
