import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@odolog/embedded-postgres';

/** The processes of an instance that was killed close their port within this time. */
const longestWaitMs = 12_000;

/**
 * Makes sure that the port can be listened on, and says on which interface: all of them, with IPv6 where there is one.
 * `wait` gives the processes of a killed instance time to close it.
 * @throws CannotStart when another program holds the port
 */
export async function reservePort(
  { port, host }: { readonly port: number; readonly host: string | undefined },
  { wait }: { readonly wait: boolean },
): Promise<string> {
  const deadline = Date.now() + (wait ? longestWaitMs : 0);
  for (;;) {
    const refusals = [];
    for (const candidate of host ? [host] : ['::', '0.0.0.0']) {
      const refusal = await tryToListen(port, candidate);
      if (!refusal) return candidate;
      refusals.push(refusal);
    }
    if (!refusals.includes('EADDRINUSE')) throw cannotListen(port, host, refusals);
    if (Date.now() >= deadline) throw portInUse(port);
    await sleep(250);
  }
}

function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

function portInUse(port: number): CannotStart {
  return new CannotStart(
    `Port ${port} is used by another program.`,
    `Stop that program, or choose another port: \`PORT=${port + 1} npm start\`.`,
  );
}

function cannotListen(port: number, host: string | undefined, refusals: readonly string[]): CannotStart {
  const low = refusals.includes('EACCES') && port < 1024;
  return new CannotStart(
    `This user cannot listen on port ${port}${host ? ` of ${host}` : ''} (${refusals.join(', ')}).`,
    low ? 'Choose a port above 1023 with PORT.' : 'Choose another PORT or HOST.',
  );
}
