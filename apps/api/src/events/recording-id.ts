import { validate } from 'uuid';
import type { CallOf, RouteContract } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';

/** The id of the event that a recording becomes; asked before the recording is known to be one. */
export function recordingId(
  call: Pick<CallOf<RouteContract>, 'caller' | 'idempotencyKey' | 'body'>,
  recording: unknown,
): string {
  const { id } = (recording ?? {}) as { readonly id?: unknown };
  return idFor(call, typeof id === 'string' && validate(id) ? id : undefined);
}
