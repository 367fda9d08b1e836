import type { Database } from '@odolog/db';
import { advance, beginLane, findDueWork, projectors } from '@odolog/read-models';

/** Brings every projector to its tenant's head, as the worker's loop does. */
export async function foldAll(worker: Database): Promise<void> {
  const names = projectors.map(({ name }) => name);
  for (let due = await findDueWork(worker, names); due.length > 0; due = await findDueWork(worker, names)) {
    for (const { unopened, projector: name, tenantId, generation } of due) {
      const projector = projectors.find((one) => one.name === name);
      if (!projector) throw new Error(`There is no projector ${name}`);
      const lane = { projector: name, tenantId, generation };
      if (unopened) await beginLane(worker, lane);
      await advance(worker, projector, lane);
    }
  }
}
