import type { Api } from '@/api/client';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Member } from '@/api/schema.gen';

/** All members of a tenant, however many pages they come in. */
export function everyMember(api: Api, tenantId: string): Promise<Member[]> {
  return everyItem((query) =>
    answer(api.GET('/api/v1/tenants/{tenantId}/members', { params: { path: { tenantId }, query } })),
  );
}
