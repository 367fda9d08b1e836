import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { eventType, publishedSchema } from '@odolog/events';
import { Problem } from '@odolog/problems';
import type { CallOf } from '../http/contract.js';
import type { getEventTypeSchema } from './events.contract.js';

export class GetEventTypeSchema extends Query<Record<string, unknown>> {
  constructor(readonly call: CallOf<typeof getEventTypeSchema>) {
    super();
  }
}

@QueryHandler(GetEventTypeSchema)
export class GetEventTypeSchemaHandler implements IQueryHandler<GetEventTypeSchema> {
  async execute({ call }: GetEventTypeSchema): Promise<Record<string, unknown>> {
    const type = eventType(call.params.type);
    if (!type || type.internal) throw new Problem('not-found');
    return publishedSchema(type);
  }
}
