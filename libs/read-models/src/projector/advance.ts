import { forTenant, type Database, type TenantTransaction } from '@odolog/db';
import { readCorrected, readFeed, type StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { changesOf } from './changes-of.js';
import { lockCheckpoint, moveCheckpoint, noteFailure, openLane, type Lane } from './checkpoint.js';
import type { DueWork } from './due-work.js';
import { isPassing } from './passing-failure.js';
import type { Projector } from './projector.js';
import { lockLiveWhenClose, promoteWhenCaughtUp, requestRebuild } from './rebuild.js';

/** Events folded in one transaction at most. */
export const batchSize = 1000;

/** How one turn of a lane ended. `elsewhere`: another worker has it, or it was replaced. */
export type Turn =
  | { readonly status: 'elsewhere' }
  | { readonly status: 'advanced'; readonly events: number; readonly position: number }
  | { readonly status: 'stopped'; readonly message: string };

/**
 * Folds the next events of a lane. A batch that fails is halved until the event that cannot be folded stands alone; that
 * event is named in the checkpoint and stops this lane only, until its next try.
 * @throws what passes by itself: a lost connection, a deadlock, a server shutting down
 */
export async function advance(
  db: Database,
  projector: Projector,
  lane: Lane,
  limit = batchSize,
): Promise<Turn> {
  try {
    return await foldNext(db, projector, lane, limit);
  } catch (failure) {
    if (isPassing(failure)) throw failure;
    if (limit > 1) return advance(db, projector, lane, Math.floor(limit / 2));
    const message = failure instanceof Error ? failure.message : String(failure);
    await forTenant(db, lane.tenantId, (trx) => noteFailure(trx, lane, message));
    return { status: 'stopped', message };
  }
}

/** One transaction: the rows and the checkpoint move together or not at all. */
async function foldNext(db: Database, projector: Projector, lane: Lane, limit: number): Promise<Turn> {
  return forTenant(db, lane.tenantId, async (trx) => {
    const checkpoint = await lockCheckpoint(trx, lane);
    if (!checkpoint) return { status: 'elsewhere' };
    if (!checkpoint.live) await lockLiveWhenClose(trx, lane, checkpoint.position + limit);
    const events = await readFeed(trx, { after: checkpoint.position, limit });
    const position = events.at(-1)?.position ?? checkpoint.position;
    if (events.length > 0) {
      await projector.apply(trx, lane, changesOf(events, await reachedBack(trx, events)));
      await moveCheckpoint(trx, lane, position);
    }
    if (!checkpoint.live) await promoteWhenCaughtUp(trx, projector, { ...lane, position });
    return { status: 'advanced', events: events.length, position };
  });
}

/** Begins a tenant's first generation where it has none, and the next where an older version of the projector folded it. */
export async function beginLane(
  db: Database,
  projector: Projector,
  { tenantId, unopened, outdated }: Pick<DueWork, 'tenantId' | 'unopened' | 'outdated'>,
): Promise<void> {
  if (unopened) await forTenant(db, tenantId, (trx) => openLane(trx, projector, tenantId));
  if (outdated) await forTenant(db, tenantId, (trx) => requestRebuild(trx, projector, tenantId));
}

/** What the restorations among these events reach back to. */
async function reachedBack(trx: TenantTransaction, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const restorations = events.filter(({ type }) => eventType(type)?.restores);
  return restorations.length === 0
    ? []
    : readCorrected(
        trx,
        restorations.map(({ id }) => id),
      );
}
