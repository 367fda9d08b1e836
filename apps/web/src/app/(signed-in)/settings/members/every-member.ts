import type { Api } from '@/api/client';
import { answer } from '@/api/client';
import type { Member } from '@/api/schema.gen';

/** All members of a tenant, however many pages they come in. */
export async function everyMember(api: Api, tenantId: string): Promise<Member[]> {
  const members: Member[] = [];
  let cursor: string | undefined;
  do {
    const params = { path: { tenantId }, query: { limit: 200, ...(cursor && { cursor }) } };
    const page = await answer(api.GET('/api/v1/tenants/{tenantId}/members', { params }));
    members.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return members;
}
