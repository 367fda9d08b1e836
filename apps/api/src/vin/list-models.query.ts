import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listModels } from './vin.contract.js';

export class ListModels extends Query<{ items: string[] }> {
  constructor(readonly call: CallOf<typeof listModels>) {
    super();
  }
}

@QueryHandler(ListModels)
export class ListModelsHandler implements IQueryHandler<ListModels> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { query } }: ListModels): Promise<{ items: string[] }> {
    const { make, q = '', limit = 10 } = query;
    const { cache, vinCatalogue } = this.resources;
    const key = `models:${limit}:${make.toLowerCase()}:${q.toLowerCase()}`;
    const factory = () => vinCatalogue.models(make, q, limit);
    return { items: await cache.getOrSet({ key, ttl: '1d', factory }) };
  }
}
