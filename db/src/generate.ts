import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@odolog/embedded-postgres';
import { dumpSchema } from './dump-schema.js';
import { migrate } from './migrate.js';
import { schemaTypes } from './schema-types.js';

const root = path.join(import.meta.dirname, '..', '..');

/** What is generated from a migrated database, and by what. */
export const generatedFiles = [
  { file: path.join(root, 'db', 'schema.sql'), write: dumpSchema },
  { file: path.join(root, 'libs', 'db', 'src', 'schema.gen.ts'), write: schemaTypes },
] as const;

/** Writes db/schema.sql and the types of libs/db from a freshly migrated database. */
export async function generate(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-gen-'));
  const postgres = await startPostgres({ dataDir: folder, durable: false });
  try {
    await migrate({ adminUrl: postgres.adminUrl });
    for (const { file, write } of generatedFiles) await writeFile(file, await write(postgres.adminUrl));
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await generate();
