import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@odolog/embedded-postgres';
import type { ProcessLog } from './process-log.js';

/** A process of the product: a Node program that sends `{ ready: true }` and ends when its channel closes. */
export interface Program {
  readonly name: string;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  /** Of Node. */
  readonly flags?: readonly string[];
}

export interface SuperviseOptions {
  readonly log: ProcessLog;
  readonly say: (line: string) => void;
  /** Where a person looks when it does not start. */
  readonly logFile: string;
}

export interface Supervised {
  /** Settles when it was ready for the first time. Rejects with CannotStart when it keeps dying before that. */
  readonly ready: Promise<void>;
  /** Asks it to end, and ends it after a few seconds. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** A process that lived this long starts again without a pause. */
const soundLifeMs = 10_000;
const deathsBeforeGivingUp = 5;
const longestStopMs = 8_000;

/** Keeps a program running: started again when it dies, however it died, with growing pauses while it keeps dying. */
export function supervise(program: Program, options: SuperviseOptions): Supervised {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => undefined);
  let stopping = false;
  let wasReady = false;
  let child: ChildProcess | undefined;

  const becomeReady = (): void => {
    if (wasReady) options.say(`${program.name} is back`);
    wasReady = true;
    resolve();
  };

  const keepRunning = async (): Promise<void> => {
    let deaths = 0;
    while (!stopping) {
      const startedAt = Date.now();
      child = launch(program, options.log, becomeReady);
      const how = await ending(child);
      if (Date.now() - startedAt > soundLifeMs) deaths = 0;
      await sleep(Math.min(firstPauseMs * 2 ** deaths, longestPauseMs));
      if (stopping) return;
      deaths += 1;
      if (!wasReady && deaths >= deathsBeforeGivingUp) {
        reject(new CannotStart(`${program.name} does not start (${how}).`, `Look into ${options.logFile}.`));
        return;
      }
      options.say(`${program.name} ended (${how}): starting it again`);
    }
  };
  void keepRunning();

  return {
    ready,
    stop: async () => {
      stopping = true;
      if (!child || hasEnded(child)) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child?.kill('SIGKILL'), longestStopMs);
      await gone;
      clearTimeout(patience);
    },
    kill: () => {
      stopping = true;
      child?.kill('SIGKILL');
    },
  };
}

function launch(program: Program, log: ProcessLog, onReady: () => void): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', ...(program.flags ?? []), program.entry], {
    env: program.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout) log.follow(child.stdout, false);
  if (child.stderr) log.follow(child.stderr, true);
  child.on('message', (message) => {
    if ((message as { ready?: boolean }).ready) onReady();
  });
  return child;
}

/** How it ended, in words. */
function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
