import { forTenant } from '@odolog/db';
import { readHeadPosition } from '@odolog/event-store';
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
  const position = asked({ query, minPosition });
  if (position === undefined) return new Answer(200, await read());
  const wanted = { tenantId: caller.tenantId, position };
  const reached = await waitForPosition(db, wanted, { timeoutMs: longestWaitMs });
  return new Answer(200, await read(), {
    'odolog-position': String(reached.position),
    ...(reached.stale && { 'odolog-stale': 'true' }),
  });
}

/**
 * Reads from the events themselves, which are never behind: there is nothing to wait for. Says all the same how far they are
 * to whoever asks.
 */
export async function readAtHead<Body>(
  { db }: Resources,
  { caller, ...call }: Call,
  read: () => Promise<Body>,
): Promise<Answer<Body>> {
  const position = asked(call);
  const body = await read();
  if (position === undefined) return new Answer(200, body);
  const head = await forTenant(db, caller.tenantId, readHeadPosition);
  const stale = head < position ? { 'odolog-stale': 'true' } : {};
  return new Answer(200, body, { 'odolog-position': String(head), ...stale });
}

function asked({ query, minPosition }: Pick<Call, 'query' | 'minPosition'>): number | undefined {
  return query.minPosition ?? query['min-position'] ?? minPosition;
}
