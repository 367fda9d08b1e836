import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { eventTypes, type EventType } from '@odolog/events';
import type { Static } from 'typebox';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import type { EventTypeEntry, listEventTypes } from './events.contract.js';

type Entry = Static<typeof EventTypeEntry>;

type Page = { items: Entry[]; nextCursor: string | null };

export class ListEventTypes extends Query<Page> {
  constructor(readonly call: CallOf<typeof listEventTypes>) {
    super();
  }
}

@QueryHandler(ListEventTypes)
export class ListEventTypesHandler implements IQueryHandler<ListEventTypes> {
  async execute({ call }: ListEventTypes): Promise<Page> {
    return pageWithin(eventTypes.filter(({ internal }) => !internal).map(entryOf), call.query);
  }
}

function entryOf({ type, title, icon, version, example }: EventType): Entry {
  return { type, title, icon, version, example, schemaUrl: `/api/v1/event-types/${type}/schema` };
}
