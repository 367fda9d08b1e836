import { chmod, chown, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { findBinaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import { runnerFor, serverAccount, type Account, type Run } from './run-as.js';

/** A folder of ours with PostgreSQL's data directory in it, and how to run PostgreSQL's programs on it. */
export interface Cluster {
  /** Ours: the password, the port. */
  readonly folder: string;
  /** PostgreSQL's: owned by the account that it runs under. */
  readonly dataDir: string;
  readonly logFile: string;
  readonly binaries: string;
  readonly account: Account | undefined;
  readonly run: Run;
}

/** Makes the folders and gives the data directory to the account that PostgreSQL runs under. @throws CannotStart */
export async function openCluster(folder: string): Promise<Cluster> {
  const account = serverAccount();
  const binaries = findBinaries();
  const dataDir = path.join(folder, 'cluster');
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (account) {
      await chmod(folder, 0o711);
      await giveTo(account, dataDir);
    }
  } catch (cause) {
    throw new CannotStart(
      `The folder ${folder} cannot be made or written.`,
      'Choose a writable place with ODOLOG_DATA_DIR, or change the owner of that folder.',
      { cause },
    );
  }
  const run = runnerFor(account, { binaries, dataDir });
  return { folder, dataDir, logFile: path.join(dataDir, 'server.log'), binaries, account, run };
}

/** A data directory that an ordinary user began is continued by root under another account, so all of it must change hands. */
async function giveTo(account: Account, file: string): Promise<void> {
  const status = await lstat(file);
  if (status.uid === account.uid && status.gid === account.gid) return;
  await chown(file, account.uid, account.gid);
  if (!status.isDirectory()) return;
  for (const name of await readdir(file)) await giveTo(account, path.join(file, name));
}
