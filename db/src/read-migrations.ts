import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One numbered SQL file of db/migrations. Forward only; frozen once merged. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const folder = path.join(import.meta.dirname, '..', 'migrations');

/** All migrations in order. @throws when a name is off or a number is used twice */
export function readMigrations(): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
        throw new Error(`${name} is no name for a migration: NNNN_verb_object.sql`);
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
  const twice = migrations.find((migration, at) => migrations[at + 1]?.number === migration.number);
  if (twice) throw new Error(`Two migrations have the number of ${twice.name}`);
  return migrations;
}
