import { waitForPosition } from '@odolog/read-models';
import type { Resources } from '../resources.js';
import { Answer } from './answer.js';
import type { CallOf, RouteContract } from './contract.js';

const longestWaitMs = 1_500;

interface Call extends Pick<CallOf<RouteContract>, 'caller' | 'minPosition'> {
  readonly query: { readonly minPosition?: number; readonly 'min-position'?: number };
}

/**
 * Reads what a client may just have written: waits briefly until the projectors have come to its position. Where that does
 * not suffice, the answer says how far they are.
 */
export async function readAfter<Body>(
  { db }: Resources,
  { caller, query, minPosition }: Call,
  read: () => Promise<Body>,
): Promise<Answer<Body>> {
  const position = query.minPosition ?? query['min-position'] ?? minPosition;
  if (position === undefined) return new Answer(200, await read());
  const wanted = { tenantId: caller.tenantId, position };
  const reached = await waitForPosition(db, wanted, { timeoutMs: longestWaitMs });
  return new Answer(200, await read(), {
    'odolog-position': String(reached.position),
    ...(reached.stale && { 'odolog-stale': 'true' }),
  });
}
