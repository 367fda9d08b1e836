import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  actions,
  allowedActions,
  grantableRoles,
  maySomewhere,
  takeableRoles,
  wholeTenant,
} from '@odolog/access';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getMe, Me } from './people.contract.js';
import { readProfile } from './profile.js';
import { tenantsOf } from './tenant-of.js';
import { termsToAccept } from './terms-to-accept.js';

export class GetMe extends Query<Me> {
  constructor(readonly call: CallOf<typeof getMe>) {
    super();
  }
}

@QueryHandler(GetMe)
export class GetMeHandler implements IQueryHandler<GetMe> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: GetMe): Promise<Me> {
    const profile = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readProfile(trx, caller.userId),
    );
    const tenants = await tenantsOf(this.resources, caller);
    const tenant = tenants.find(({ id }) => id === caller.tenantId);
    return {
      ...profile,
      tenant: tenant as Me['tenant'],
      tenants,
      allowed: allowedActions(caller.standing, wholeTenant),
      allowedSomewhere: actions.filter((action) => maySomewhere(caller.standing, action)),
      termsToAccept: await termsToAccept(this.resources, caller),
      grantableRoles: [...grantableRoles(caller.standing, wholeTenant)],
      takeableRoles: [...takeableRoles(caller.standing, wholeTenant)],
    };
  }
}
