import { symmetricDecrypt } from 'better-auth/crypto';
import type { Pool } from 'pg';

/**
 * Ends the signing keys that the secret at hand does not open, since it is another one than they were made under: as long
 * as one of them is the newest, no token can be signed. They stay published for as long as keys do that have had their time.
 */
export async function retireLostKeys(pool: Pool, secret: string): Promise<void> {
  const { rows: keys } = await pool.query<{ id: string; privateKey: string }>(
    'SELECT "id", "privateKey" FROM auth."jwks" WHERE "expiresAt" > now()',
  );
  for (const { id, privateKey } of keys) {
    if (await opens(secret, privateKey)) continue;
    await pool.query('UPDATE auth."jwks" SET "expiresAt" = now() WHERE "id" = $1', [id]);
  }
}

/** Whether the secret at hand opens the key that signs. Not where another process runs with another secret, and has made its own. */
export async function opensSigningKey(pool: Pool, secret: string): Promise<boolean> {
  const { rows } = await pool.query<{ privateKey: string }>(
    'SELECT "privateKey" FROM auth."jwks" WHERE "expiresAt" > now() ORDER BY "createdAt" DESC LIMIT 1',
  );
  return rows.length === 0 || opens(secret, rows[0]!.privateKey);
}

async function opens(secret: string, privateKey: string): Promise<boolean> {
  try {
    await symmetricDecrypt({ key: secret, data: JSON.parse(privateKey) as string });
    return true;
  } catch {
    return false;
  }
}
