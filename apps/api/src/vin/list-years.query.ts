import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listYears } from './vin.contract.js';

export class ListYears extends Query<{ items: string[] }> {
  constructor(readonly call: CallOf<typeof listYears>) {
    super();
  }
}

/** Next year's models are sold this year. */
@QueryHandler(ListYears)
export class ListYearsHandler implements IQueryHandler<ListYears> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { query } }: ListYears): Promise<{ items: string[] }> {
    const { make, model } = query;
    const { cache, vinCatalogue } = this.resources;
    const newest = new Date().getUTCFullYear() + 1;
    const key = `years:${newest}:${make.toLowerCase()}:${model.toLowerCase()}`;
    const factory = () => vinCatalogue.years(make, model, newest);
    return { items: (await cache.getOrSet({ key, ttl: '1d', factory })).map(String) };
  }
}
