import type { Database } from '@odolog/db';
import { advance, beginLane, findDueWork, projectors } from '@odolog/read-models';

/** Brings every projector to its tenant's head, as the worker's loop does. */
export async function foldAll(worker: Database): Promise<void> {
  const look = () => findDueWork(worker, projectors);
  for (let due = await look(); due.length > 0; due = await look()) {
    for (const work of due) {
      const projector = projectors.find(({ name }) => name === work.projector)!;
      await beginLane(worker, projector, work);
      await advance(worker, projector, work);
    }
  }
}
