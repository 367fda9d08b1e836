import { createHmac, randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loginRoles, type LoginRole } from '@odolog/migrate';

/** The secret that signs sessions: made once, readable by its owner only. Losing it signs everybody out. */
export async function authSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'auth-secret');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  // A copy of the folder may have lost who may read it.
  if (known) await chmod(file, 0o600);
  if (known) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

/**
 * Roles belong to a whole PostgreSQL server, so two instances with a database each share them. Derived from the
 * administrator's password, which both know, the passwords agree without either telling the other.
 */
export function rolePasswords(adminUrl: string): Record<LoginRole, string> {
  const key = decodeURIComponent(new URL(adminUrl).password);
  const derive = (role: LoginRole): string => createHmac('sha256', key).update(role).digest('base64url');
  return Object.fromEntries(loginRoles.map((role) => [role, derive(role)])) as Record<LoginRole, string>;
}

/** The administrator's way to the database, walked by one of the product's roles. */
export function roleUrl(adminUrl: string, role: LoginRole, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
