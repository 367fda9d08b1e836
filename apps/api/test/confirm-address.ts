import type { Person, TestApp } from './test-app.js';

/** As if they had opened the link that was sent to their address. */
export async function confirmAddress(
  { database }: TestApp,
  { userId }: Pick<Person, 'userId'>,
): Promise<void> {
  await database
    .admin()
    .pool.query('UPDATE auth."user" SET "emailVerified" = true WHERE "id" = $1', [userId]);
}
