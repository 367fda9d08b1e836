import { wholeTenant } from '@odolog/access';
import { requireGrantable } from '../access/require.js';
import type { Caller } from '../http/contract.js';
import type { Invitation } from './invitations.contract.js';

/** Who may not give a role may neither offer it again nor take the offer back. @throws Problem `forbidden` */
export function requireOwnToGive(caller: Caller, { role, garageId }: Invitation): void {
  requireGrantable(caller, [role], garageId ? { kind: 'garage', id: garageId } : wholeTenant);
}
