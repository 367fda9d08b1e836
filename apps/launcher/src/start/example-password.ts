import { CannotStart } from '@odolog/embedded-postgres';
import { asDatabaseUrl } from '@odolog/environment';

/**
 * On the machine itself an administrator may be called by a word that stands in every example; over a network others try it
 * first. Without a password the server knows the administrator by something else.
 *
 * @throws CannotStart
 */
export function refuseExamplePassword(databaseUrl: string): void {
  if (asDatabaseUrl(databaseUrl) || isHere(new URL(databaseUrl).hostname)) return;
  throw new CannotStart(
    'The password in DATABASE_URL is one that others guess, and its PostgreSQL is on another machine.',
    'Give that role a long random one (`openssl rand -hex 32`, then `ALTER ROLE ... PASSWORD`), and write it into DATABASE_URL.',
  );
}

/** On loopback, or a socket in the file system. */
function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || /^%2f/i.test(host);
}
