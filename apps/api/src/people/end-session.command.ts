import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { forgetSessions } from '../identity/living-session.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { endSession } from './sessions.contract.js';

export class EndSession extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof endSession>) {
    super();
  }
}

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: EndSession): Promise<Answer<null>> {
    const ended = await this.resources.identity.endSession(caller.userId, params.sessionId);
    if (ended.length === 0) throw new Problem('not-found');
    await forgetSessions(this.resources.cache, ended);
    return new Answer(204, null);
  }
}
