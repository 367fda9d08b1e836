import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';

/** A Redis for the tests that need one. */
export interface TestRedis {
  readonly url: string;
  stop(): void;
}

const longestStartMs = 5_000;

/** The given one, else one of our own where `redis-server` is installed, else none. */
export async function findRedis(givenUrl: string | undefined): Promise<TestRedis | undefined> {
  if (givenUrl) return { url: givenUrl, stop: () => undefined };
  const port = await getPort({ host: '127.0.0.1' });
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  const missing = new Promise<false>((resolve) => server.once('error', () => resolve(false)));
  if (!(await Promise.race([missing, accepts(port)]))) {
    server.kill();
    return undefined;
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => server.kill() };
}

async function accepts(port: number): Promise<boolean> {
  const deadline = Date.now() + longestStartMs;
  while (Date.now() < deadline) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (open) return true;
    await sleep(50);
  }
  return false;
}
