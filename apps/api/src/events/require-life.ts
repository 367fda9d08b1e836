import { may } from '@odolog/access';
import { turnsLife } from '@odolog/events';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';

/**
 * Whoever writes down that a vehicle was bought, sold or laid up, or takes it out or back, decides who is still reminded of it: that
 * is for those who manage it.
 *
 * @throws Problem `forbidden`
 */
export function requireLife(
  { standing }: Caller,
  type: string,
  vehicle: { readonly id: string; readonly garageId: string | null },
): void {
  if (turnsLife(type) && !may(standing, 'vehicle.manage', { kind: 'vehicle', ...vehicle }))
    throw new Problem('forbidden', {
      detail: 'Only who manages the vehicle writes down or changes a turn in its life',
    });
}
