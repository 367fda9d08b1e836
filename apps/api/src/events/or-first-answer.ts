import { forTenant } from '@odolog/db';
import { readEvent, type StoredEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import type { Answer } from '../http/answer.js';
import type { CallOf, RouteContract } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { answerAgain } from './append-and-answer.js';
import type { Recorded } from './events.contract.js';

type Call = Pick<CallOf<RouteContract>, 'caller' | 'expectedVersion'> & {
  readonly params: { readonly vehicleId: string };
};

interface Repetition {
  /** The event that the command makes, or has made. */
  readonly id: string;
  /** Whether the very same command has made this one. */
  readonly isSame: (stored: StoredEvent) => boolean;
}

/**
 * Carries a command out. One that was carried out before, and is refused because the vehicle or the types have changed since,
 * gets the first answer. Asked only then: nothing is looked up for a command that is new.
 *
 * @throws what the attempt throws, when it is no repetition
 */
export async function orFirstAnswer(
  resources: Resources,
  call: Call,
  { id, isSame, attempt }: Repetition & { readonly attempt: () => Promise<Answer<Recorded>> },
): Promise<Answer<Recorded>> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const first = await forTenant(resources.db, call.caller.tenantId, (trx) => readEvent(trx, id));
    if (first?.vehicleId !== call.params.vehicleId || !isSame(first)) throw error;
    return answerAgain(resources, call, first);
  }
}
