import { forTenant } from '@odolog/db';
import { projectors, requestRebuild } from '@odolog/read-models';
import Type from 'typebox';
import { defineJob } from './job.js';

/** Asks for a rebuild; the projection loop folds it beside the model that readers see and changes over when it has caught up. */
export const rebuildProjector = defineJob({
  name: 'rebuild-projector',
  title: "Rebuild one of a tenant's read models",
  payload: Type.Object(
    {
      projector: Type.Enum(projectors.map(({ name }) => name)),
      tenantId: Type.String({ format: 'uuid' }),
    },
    { additionalProperties: false },
  ),
  run: async ({ worker }, lane) => {
    const projector = projectors.find(({ name }) => name === lane.projector)!;
    await forTenant(worker, lane.tenantId, (trx) => requestRebuild(trx, projector, lane.tenantId));
    return lane;
  },
});
