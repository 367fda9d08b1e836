import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { config, root } from './config.ts';

export interface Product {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** The production build as `npm start` runs it, on a port of its own. @throws Error when it does not start */
export async function startProduct(kept: string | undefined): Promise<Product> {
  const dataDir = kept ?? (await mkdtemp(path.join(tmpdir(), 'odolog-pages-')));
  await mkdir(dataDir, { recursive: true });
  const port = await freePort();
  const launcher = spawn(process.execPath, [path.join(root, 'apps/launcher/dist/main.js'), 'start'], {
    cwd: root,
    env: { ...config.environment, PORT: String(port), ODOLOG_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const stop = async () => {
    if (launcher.exitCode === null) {
      launcher.kill('SIGTERM');
      await once(launcher, 'exit');
    }
    if (!kept) await rm(dataDir, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: launcher.stdout! })) {
    if (line.startsWith('Odolog is ready')) {
      launcher.stdout!.resume();
      return { origin: `http://localhost:${port}`, stop };
    }
  }
  await stop();
  throw new Error('The product ended before it was ready');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
