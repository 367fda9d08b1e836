import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
import type { Cluster } from './cluster.js';

/** The server process of a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** True once it accepts connections; a server that recovers from a crash does not yet. */
  readonly ready: boolean;
}

/** How long the sessions of a killed server may take to notice. */
const longestWaitForSessionsMs = 20_000;

/**
 * The running server of this cluster. A file left by a killed one does not count, nor does a process that is dead but
 * not yet collected by its parent, as happens in containers without an init.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const told = await readPidFile(cluster);
  return told && (await serves(told.pid, cluster)) ? told : undefined;
}

/** A server to adopt: one that was started a moment ago is waited for. */
export async function findReadyPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  let postmaster = await findPostmaster(cluster);
  while (postmaster && !postmaster.ready) {
    await sleep(100);
    postmaster = await findPostmaster(cluster);
  }
  return postmaster;
}

/**
 * Clears the way after a server was killed. Its sessions must be gone, or two servers would write one cluster. Then
 * the pid file may go too: after a reboot, and always in containers, its number soon belongs to another program, for
 * which PostgreSQL would refuse to start.
 *
 * @throws CannotStart when a session does not end
 */
export async function clearAfterKill(cluster: Cluster): Promise<void> {
  const deadline = Date.now() + longestWaitForSessionsMs;
  for (let left = await sessions(cluster); left.length > 0; left = await sessions(cluster)) {
    if (Date.now() > deadline) {
      throw new CannotStart(
        `Processes of a killed PostgreSQL still work in ${cluster.dataDir}.`,
        `End them with \`kill ${left.join(' ')}\` and start again.`,
      );
    }
    await sleep(100);
  }
  await rm(pidFile(cluster), { force: true });
}

const pidFile = (cluster: Cluster): string => path.join(cluster.dataDir, 'postmaster.pid');

/** Line 1 is the process id, line 4 the port, line 8 the state. */
async function readPidFile(cluster: Cluster): Promise<Postmaster | undefined> {
  const lines = (await readFile(pidFile(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined;
}

async function sessions(cluster: Cluster): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const serving = await Promise.all(pids.map((pid) => serves(pid, cluster)));
  return pids.filter((_pid, at) => serving[at]);
}

/** All processes of a server work in its data directory, and a dead one nowhere. */
async function serves(pid: number, cluster: Cluster): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder !== undefined && folder === (await realpath(cluster.dataDir));
}
