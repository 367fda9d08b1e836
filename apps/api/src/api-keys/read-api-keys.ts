import { may, wholeTenant } from '@odolog/access';
import { forTenant, type Database, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { ApiKey } from './api-keys.contract.js';

/** The keys that the caller may see and revoke and that are not revoked: their own, and to an owner those of every member. */
export function apiKeysFor(trx: TenantTransaction, { tenantId, userId, standing }: Caller) {
  const found = trx
    .selectFrom('apiKeys')
    .innerJoin('profiles', 'profiles.userId', 'apiKeys.userId')
    .select([
      'apiKeys.id',
      'apiKeys.name',
      'apiKeys.prefix',
      'apiKeys.scopes',
      'apiKeys.userId',
      'profiles.name as ownerName',
      'apiKeys.createdAt',
      'apiKeys.expiresAt',
      'apiKeys.lastUsedAt',
    ])
    .where('apiKeys.tenantId', '=', tenantId)
    .where('apiKeys.revokedAt', 'is', null);
  return may(standing, 'tenant.manage', wholeTenant) ? found : found.where('apiKeys.userId', '=', userId);
}

export type ApiKeyRow = Awaited<ReturnType<ReturnType<typeof apiKeysFor>['executeTakeFirstOrThrow']>>;

export function apiKeyOf({ userId, ownerName, createdAt, expiresAt, lastUsedAt, ...row }: ApiKeyRow): ApiKey {
  return {
    ...row,
    scopes: row.scopes as ApiKey['scopes'],
    owner: { id: userId, name: ownerName },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

/** @throws Problem `unauthenticated` when the key has been revoked or has expired, or its maker has left */
export async function requireApiKeyStands(db: Database, tenantId: string, id: string): Promise<void> {
  const key = await forTenant(db, tenantId, (trx) =>
    trx
      .selectFrom('apiKeys')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .where(sql<boolean>`(expires_at IS NULL OR expires_at > now())`)
      .executeTakeFirst(),
  );
  if (!key) throw new Problem('unauthenticated');
}
