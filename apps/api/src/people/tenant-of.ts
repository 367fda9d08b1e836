import type { Membership } from '@odolog/auth';
import type { Me } from './people.contract.js';

/** A membership, seen as the tenant that it gives access to. */
export function tenantOf({ tenantId, tenantName, tenantKind, role }: Membership): Me['tenant'] {
  return { id: tenantId, name: tenantName, kind: tenantKind, role };
}
