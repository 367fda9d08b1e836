import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listTenants, Me } from './people.contract.js';
import { tenantsOf } from './tenant-of.js';

type Page = { items: Me['tenants']; nextCursor: string | null };

export class ListTenants extends Query<Page> {
  constructor(readonly call: CallOf<typeof listTenants>) {
    super();
  }
}

@QueryHandler(ListTenants)
export class ListTenantsHandler implements IQueryHandler<ListTenants> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: ListTenants): Promise<Page> {
    return pageWithin(await tenantsOf(this.resources, caller), query);
  }
}
