import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loginRoles, type LoginRole } from '@odolog/migrate';

/** What the passwords of the database's roles come from. */
export interface Origins {
  readonly adminUrl: string;
  readonly authSecret: string;
}

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
 * What nobody outside can work out, however weak the administrator's password is: each is derived from the secret of the
 * installation, and from that password besides. They are set at each start, so that the same data directory, or the same
 * ODOLOG_AUTH_SECRET, leads to the same ones.
 */
export function rolePasswords({ adminUrl, authSecret: secret }: Origins): Record<LoginRole, string> {
  const password = decodeURIComponent(new URL(adminUrl).password);
  const derive = (role: LoginRole): string =>
    Buffer.from(hkdfSync('sha256', secret, password, `database role ${role}`, 32)).toString('base64url');
  return Object.fromEntries(loginRoles.map((role) => [role, derive(role)])) as Record<LoginRole, string>;
}

/** The administrator's way to the database, walked by one of the product's roles. */
export function roleUrl(adminUrl: string, role: LoginRole, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
