import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listSessions, Sessions } from './sessions.contract.js';

export class ListSessions extends Query<Sessions> {
  constructor(readonly call: CallOf<typeof listSessions>) {
    super();
  }
}

@QueryHandler(ListSessions)
export class ListSessionsHandler implements IQueryHandler<ListSessions> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListSessions): Promise<Sessions> {
    const sessions = await this.resources.identity.sessionsOf(caller.userId);
    return pageWithin(
      sessions.map((session) => ({ ...session, current: session.id === caller.sessionId })),
      query,
    );
  }
}
