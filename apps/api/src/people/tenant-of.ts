import type { Membership } from '@odolog/auth';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Me } from './people.contract.js';

/** A membership, seen as the tenant that it gives access to. */
export function tenantOf({ tenantId, tenantName, tenantKind, role }: Membership): Me['tenant'] {
  return { id: tenantId, name: tenantName, kind: tenantKind, role };
}

/** The tenants that a caller is told of: a program of theirs of none but the one that its key was made in. */
export async function tenantsOf(
  { membershipsOf }: Pick<Resources, 'membershipsOf'>,
  { userId, tenantId, apiKeyId }: Caller,
): Promise<Me['tenants']> {
  const memberships = await membershipsOf(userId);
  return memberships.map(tenantOf).filter(({ id }) => apiKeyId === undefined || id === tenantId);
}
