import type { LoginRole } from '@odolog/migrate';
import { marksOf } from './fill-every-table.js';
import type { Occupant } from './occupant.js';

/** Where a role must see more than one tenant, and why that is no leak. Everything else is one. */
const seesAllTenants: readonly (readonly [role: LoginRole, relation: RegExp])[] = [
  // which tenants have work to do, and how far they are
  ['odolog_worker', /^app\.(tenant_heads|projector_checkpoints)$/],
  // people, before any tenant is known: the identity provider's own tables
  ['odolog_auth', /^auth\./],
  // which views were refreshed when: bookkeeping that names no tenant
  ['odolog_jobs', /^private\.mv_freshness$/],
  // the same, and how far each tenant is, for the one who migrates; never for a process
  ['odolog_owner', /^private\.(mv_freshness|materialized_view_refreshes|timeline_feed_positions)$/],
];

export function maySeeAll(role: LoginRole, relation: string): boolean {
  return seesAllTenants.some(([by, name]) => by === role && name.test(relation));
}

/** Whether a text says anything of this occupant that was not known before. */
export function tellsOf(occupant: Occupant, text: string, known: readonly unknown[] = []): boolean {
  return marksOf(occupant).some((mark) => !known.includes(mark) && text.includes(mark));
}
