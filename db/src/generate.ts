import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@odolog/embedded-postgres';
import { dumpSchema } from './dump-schema.js';
import { migrate } from './migrate.js';

const root = path.join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Writes db/schema.sql and the types of libs/db from a freshly migrated database. */
export async function generate(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-gen-'));
  const postgres = await startPostgres({ dataDir: folder, durable: false });
  try {
    await migrate({ adminUrl: postgres.adminUrl });
    await writeFile(path.join(root, 'db', 'schema.sql'), await dumpSchema(postgres.adminUrl));
    const types = path.join(folder, 'schema.ts');
    await run(process.execPath, [
      path.join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js'),
      '--dialect=postgres',
      `--url=${postgres.adminUrl}`,
      '--default-schema=app',
      '--include-pattern=app.*',
      '--camel-case',
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ int8: 'number', timestamptz: 'Date' })}`,
      `--out-file=${types}`,
    ]);
    const header = '/** Generated from a migrated database by `npm run gen`. Do not edit. */\n';
    const body = (await readFile(types, 'utf8')).replace('export interface DB ', 'export interface Schema ');
    await writeFile(path.join(root, 'libs', 'db', 'src', 'schema.gen.ts'), header + body);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await generate();
