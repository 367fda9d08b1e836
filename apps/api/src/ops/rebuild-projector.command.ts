import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import { projectors } from '@odolog/read-models';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { JobSender } from './job-sender.js';
import type { rebuildProjector, Requested } from './operations.contract.js';

/** The worker's job that begins a rebuild. */
const job = 'rebuild-projector';

export class RebuildProjector extends Command<Answer<Requested>> {
  constructor(readonly call: CallOf<typeof rebuildProjector>) {
    super();
  }
}

@CommandHandler(RebuildProjector)
export class RebuildProjectorHandler implements ICommandHandler<RebuildProjector> {
  constructor(private readonly sender: JobSender) {}

  async execute({ call: { caller, params } }: RebuildProjector): Promise<Answer<Requested>> {
    const projector = projectors.find(({ name }) => name === params.projectorName)?.name;
    if (!projector) throw new Problem('not-found');
    const { tenantId } = caller;
    const once = `${projector} ${tenantId}`;
    return new Answer(202, {
      jobId: await this.sender.send(job, { payload: { projector, tenantId }, once }),
    });
  }
}
