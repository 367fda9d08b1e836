import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listMakes } from './vin.contract.js';

export class ListMakes extends Query<{ items: string[] }> {
  constructor(readonly call: CallOf<typeof listMakes>) {
    super();
  }
}

@QueryHandler(ListMakes)
export class ListMakesHandler implements IQueryHandler<ListMakes> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { query } }: ListMakes): Promise<{ items: string[] }> {
    const { q = '', limit = 10 } = query;
    const { cache, vinCatalogue } = this.resources;
    const key = `makes:2:${limit}:${q.toLowerCase()}`;
    return { items: await cache.getOrSet({ key, ttl: '1d', factory: () => vinCatalogue.makes(q, limit) }) };
  }
}
