import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const generator = path.join(
  import.meta.dirname,
  ...['..', '..', 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js'],
);

/** The TypeScript types of the tables of schema app, for Kysely. int8 reads as number, date as a string. */
export async function schemaTypes(connectionString: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-types-'));
  try {
    const file = path.join(folder, 'schema.ts');
    await run(process.execPath, [
      generator,
      '--dialect=postgres',
      `--url=${connectionString}`,
      '--default-schema=app',
      '--include-pattern=app.*',
      '--camel-case',
      '--date-parser=string',
      `--type-mapping=${JSON.stringify({ int8: 'number', timestamptz: 'Date' })}`,
      `--out-file=${file}`,
    ]);
    const types = (await readFile(file, 'utf8')).replace('export interface DB ', 'export interface Schema ');
    return `/** Generated from a migrated database by \`npm run gen\`. Do not edit. */\n${types}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
