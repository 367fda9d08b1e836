import { decide, type Action, type Resource } from '@odolog/access';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';

/** @throws Problem `not-found` for what the caller may not see, `forbidden` for what they see and may not do this to */
export function requireAllowed({ standing }: Caller, action: Action, resource: Resource): void {
  const decision = decide(standing, action, resource);
  if (decision !== 'allowed') throw new Problem(decision === 'hidden' ? 'not-found' : 'forbidden');
}
