import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { ApiKey, listApiKeys } from './api-keys.contract.js';
import { apiKeyOf, apiKeysFor } from './read-api-keys.js';

type Page = { items: ApiKey[]; nextCursor: string | null };

export class ListApiKeys extends Query<Page> {
  constructor(readonly call: CallOf<typeof listApiKeys>) {
    super();
  }
}

@QueryHandler(ListApiKeys)
export class ListApiKeysHandler implements IQueryHandler<ListApiKeys> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListApiKeys): Promise<Page> {
    const { limit = 50, cursor } = query;
    const before = idCursor(cursor);
    const rows = await forTenant(this.resources.db, caller.tenantId, (trx) => {
      const found = apiKeysFor(trx, caller)
        .orderBy('apiKeys.createdAt', 'desc')
        .orderBy('apiKeys.id', 'desc')
        .limit(limit + 1);
      return (before ? found.where(olderThan(caller.tenantId, before)) : found).execute();
    });
    return pageBy(rows.map(apiKeyOf), limit);
  }
}

/** After the last one of the page before, also when that one has been revoked since. */
function olderThan(tenantId: string, apiKeyId: string) {
  return sql<boolean>`(api_keys.created_at, api_keys.id) < (
    SELECT k.created_at, k.id FROM app.api_keys k WHERE k.tenant_id = ${tenantId} AND k.id = ${apiKeyId})`;
}
