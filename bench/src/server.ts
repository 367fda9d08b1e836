import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../db/dist/index.js';
import { startPostgres } from '../../libs/embedded-postgres/dist/index.js';

const password = 'bench';

/** The product's database, as the superuser and as two of its roles. */
export interface ProductDatabase {
  readonly adminUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
}

export interface Server {
  /** @returns the address of a new, empty database, as the superuser */
  emptyDatabase(name: string): Promise<string>;
  productDatabase(name: string): Promise<ProductDatabase>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/** An embedded PostgreSQL with durable settings (fsync, synchronous_commit) in a temporary folder. */
export async function startServer(): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-bench-'));
  const postgres = await startPostgres({
    dataDir: folder,
    durable: true,
    settings: {
      max_connections: 300,
      shared_buffers: '1GB',
      min_wal_size: '2GB',
      max_wal_size: '4GB',
      checkpoint_timeout: '15min',
    },
  });
  const emptyDatabase = async (name: string): Promise<string> => {
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return postgres.adminUrl.replace(/\/postgres$/, `/${name}`);
  };
  return {
    emptyDatabase,
    productDatabase: async (name) => {
      const adminUrl = await emptyDatabase(name);
      await migrate({ adminUrl, passwords: { odolog_api: password, odolog_worker: password } });
      return { adminUrl, apiUrl: as(adminUrl, 'odolog_api'), workerUrl: as(adminUrl, 'odolog_worker') };
    },
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function as(url: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = password;
  return other.href;
}
