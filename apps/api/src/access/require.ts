import {
  decide,
  grantableRoles,
  takeableRoles,
  wholeTenant,
  type Action,
  type Resource,
  type TenantRole,
} from '@odolog/access';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';

/** @throws Problem `not-found` for what the caller may not see, `forbidden` for what they see and may not do this to */
export function requireAllowed({ standing }: Caller, action: Action, resource: Resource): void {
  const decision = decide(standing, action, resource);
  if (decision !== 'allowed') throw new Problem(decision === 'hidden' ? 'not-found' : 'forbidden');
}

/** @throws Problem `forbidden` for a role that is not the caller's to give, there or in the whole tenant */
export function requireGrantable(
  { standing }: Caller,
  roles: readonly string[],
  resource: Resource = wholeTenant,
): void {
  const grantable: readonly string[] = grantableRoles(standing, resource);
  if (!roles.every((role) => grantable.includes(role))) throw new Problem('forbidden');
}

/** @throws Problem `forbidden` for a member whose role is not the caller's to change or take away; one's own an owner may */
export function requireTakeable(
  { userId, standing }: Caller,
  member: { readonly userId: string; readonly role: TenantRole },
): void {
  const takeable = member.userId === userId ? grantableRoles : takeableRoles;
  if (!takeable(standing, wholeTenant).includes(member.role)) throw new Problem('forbidden');
}
