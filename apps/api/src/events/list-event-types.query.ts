import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { eventTypes, type EventType } from '@odolog/events';
import type { Static } from 'typebox';
import type { EventTypeEntry } from './events.contract.js';

type Entry = Static<typeof EventTypeEntry>;

export class ListEventTypes extends Query<{ items: Entry[] }> {}

@QueryHandler(ListEventTypes)
export class ListEventTypesHandler implements IQueryHandler<ListEventTypes> {
  async execute(): Promise<{ items: Entry[] }> {
    return { items: eventTypes.filter(({ internal }) => !internal).map(entryOf) };
  }
}

function entryOf({ type, title, icon, version, example }: EventType): Entry {
  return { type, title, icon, version, example, schemaUrl: `/api/v1/event-types/${type}/schema` };
}
