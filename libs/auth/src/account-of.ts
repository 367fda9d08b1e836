import type { Pool } from 'pg';

/** How a person signs in at the built-in identity provider. */
export interface Account {
  readonly emailVerified: boolean;
  readonly hasPassword: boolean;
  readonly twoFactorEnabled: boolean;
  readonly passkeys: readonly Passkey[];
  /** Identity providers elsewhere that sign the person in. */
  readonly links: readonly ProviderLink[];
}

export interface ProviderLink {
  readonly id: string;
  readonly providerId: string;
  readonly createdAt: string;
}

/** A device or an account of devices that can sign in without a password. */
export interface Passkey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
}

/** @returns undefined for somebody who signs in elsewhere */
export async function accountOf(pool: Pool, userId: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Account>(
    `SELECT u."emailVerified", u."twoFactorEnabled",
            EXISTS (SELECT FROM auth."account" a WHERE a."userId" = u."id" AND a."password" IS NOT NULL) AS "hasPassword",
            COALESCE((SELECT json_agg(json_build_object('id', p."id", 'name', p."name", 'createdAt', p."createdAt") ORDER BY p."createdAt")
                        FROM auth."passkey" p WHERE p."userId" = u."id"), '[]') AS "passkeys",
            COALESCE((SELECT json_agg(json_build_object('id', a."id", 'providerId', a."providerId", 'createdAt', a."createdAt") ORDER BY a."createdAt")
                        FROM auth."account" a WHERE a."userId" = u."id" AND a."providerId" <> 'credential'), '[]') AS "links"
       FROM auth."user" u WHERE u."id" = $1`,
    [userId],
  );
  return rows[0];
}
