import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { forgetSessions } from '../identity/living-session.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { endSessions } from './sessions.contract.js';

export class EndSessions extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof endSessions>) {
    super();
  }
}

@CommandHandler(EndSessions)
export class EndSessionsHandler implements ICommandHandler<EndSessions> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: EndSessions): Promise<Answer<null>> {
    const except = query.except && caller.sessionId;
    const ended = await this.resources.identity.endSessions(caller.userId, except);
    await forgetSessions(this.resources.cache, ended);
    return new Answer(204, null);
  }
}
