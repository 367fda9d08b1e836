import type { StoredEvent } from '@odolog/event-store';
import type { Feed } from './feed.contract.js';

/** An event as it is stored, but for the tenant, which the reader knows, and the store's own tie-break. */
export function feedEvent({
  tenantId: _tenant,
  orderVersion: _order,
  ...event
}: StoredEvent): Feed['items'][number] {
  return event;
}
