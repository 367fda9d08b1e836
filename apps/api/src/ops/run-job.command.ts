import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { GetJobs } from './get-jobs.query.js';
import { JobSender } from './job-sender.js';
import type { Requested, runJob } from './operations.contract.js';

export class RunJob extends Command<Answer<Requested>> {
  constructor(readonly call: CallOf<typeof runJob>) {
    super();
  }
}

/** Any worker takes it. Pressed twice, it still waits once. */
@CommandHandler(RunJob)
export class RunJobHandler implements ICommandHandler<RunJob> {
  constructor(
    private readonly queries: QueryBus,
    private readonly sender: JobSender,
  ) {}

  async execute({ call: { params } }: RunJob): Promise<Answer<Requested>> {
    const { items } = await this.queries.execute(new GetJobs());
    const job = items.find(({ name, runnable }) => runnable && name === params.jobName);
    if (!job) throw new Problem('not-found');
    return new Answer(202, { jobId: await this.sender.send(job.name, { payload: {}, once: job.name }) });
  }
}
