import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listTenants, Me } from './people.contract.js';
import { tenantOf } from './tenant-of.js';

export class ListTenants extends Query<{ items: Me['tenants'] }> {
  constructor(readonly call: CallOf<typeof listTenants>) {
    super();
  }
}

@QueryHandler(ListTenants)
export class ListTenantsHandler implements IQueryHandler<ListTenants> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ListTenants): Promise<{ items: Me['tenants'] }> {
    return { items: (await this.resources.membershipsOf(call.caller.userId)).map(tenantOf) };
  }
}
