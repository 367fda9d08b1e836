import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from './cannot-start.js';

const execFileAsync = promisify(execFile);

/** The account that PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Runs a program of PostgreSQL; rejects with its output when it fails. */
export type Run = (program: string, args: readonly string[]) => Promise<{ stdout: string; stderr: string }>;

/** PostgreSQL refuses root: under root it runs as `postgres` where that account exists, else as `nobody`. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this system has neither a `postgres` nor a `nobody` account.',
    'Start Odolog as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

/** Where PostgreSQL's account has to get to. */
export interface Places {
  /** The folder of PostgreSQL's programs. */
  readonly binaries: string;
  readonly dataDir: string;
}

/**
 * How to run PostgreSQL's programs. Where a folder above its places is closed to its account (a clone inside a 0700
 * home), it gets the one capability to look up paths, and nothing else of root's.
 *
 * @throws CannotStart when it may not get there by any way
 */
export function runnerFor(account: Account | undefined, places: Places): Run {
  if (!account) return async (program, args) => execFileAsync(program, [...args], { cwd: '/' });
  const ways = [
    plainly(account),
    ...['dac_read_search', 'dac_override'].map((name) => withCapability(account, name)),
  ];
  const way = ways.find((candidate) => worksThere(candidate, places));
  if (!way) throw closedTo(account, ways[0]!, places);
  return async (program, args) => {
    const [command, ...prefix] = [...way.prefix, program];
    return execFileAsync(command!, [...prefix, ...args], { cwd: '/', ...way.as });
  };
}

/** A way for root to run a program under another account. */
interface Way {
  readonly prefix: readonly string[];
  readonly as: { readonly uid?: number; readonly gid?: number };
}

const plainly = ({ uid, gid }: Account): Way => ({ prefix: [], as: { uid, gid } });

const withCapability = (account: Account, capability: string): Way => ({
  as: {},
  prefix: [
    'setpriv',
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    // Else access(2), by which PostgreSQL's programs examine each other, sets the capability aside.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ],
});

/** Tries it out: permissions, access lists, mounts and missing tools all count. A program that finds itself is silent. */
function worksThere(way: Way, { binaries, dataDir }: Places): boolean {
  return (
    succeeds(way, [path.join(binaries, 'initdb'), '--version']) && succeeds(way, ['ls', '-d', `${dataDir}/.`])
  );
}

function succeeds(way: Way, words: readonly string[]): boolean {
  const [command, ...args] = [...way.prefix, ...words];
  const { status, stderr } = spawnSync(command!, args, { cwd: '/', encoding: 'utf8', ...way.as });
  return status === 0 && stderr === '';
}

function closedTo(account: Account, way: Way, { binaries, dataDir }: Places): CannotStart {
  const closed = [binaries, dataDir]
    .flatMap(foldersAbove)
    .find((folder) => !succeeds(way, ['ls', '-d', `${folder}/.`]));
  return new CannotStart(
    `PostgreSQL runs as \`${account.name}\` under root, and that account may not enter ${closed ?? dataDir}.`,
    `Open it with \`chmod o+x ${closed ?? dataDir}\`, clone to another place, start Odolog as an ordinary user, ` +
      'or set DATABASE_URL to a PostgreSQL 18 of your own.',
  );
}

/** `/a/b` gives `/a`, `/a/b`. */
function foldersAbove(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [...foldersAbove(parent), folder];
}
