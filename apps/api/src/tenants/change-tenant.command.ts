import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { wholeTenant } from '@odolog/access';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { callerWhoMay } from '../access/held-standing.js';
import { forgetStanding } from '../access/standing.js';
import type { CallOf } from '../http/contract.js';
import type { Me } from '../people/people.contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { changeTenant } from './tenants.contract.js';

type Tenant = Me['tenant'];

export class ChangeTenant extends Command<Tenant> {
  constructor(readonly call: CallOf<typeof changeTenant>) {
    super();
  }
}

@CommandHandler(ChangeTenant)
export class ChangeTenantHandler implements ICommandHandler<ChangeTenant> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: ChangeTenant): Promise<Tenant> {
    const { tenantId, userId, standing } = caller;
    const changed = await forTenant(this.resources.db, tenantId, async (trx) => {
      await callerWhoMay(trx, caller, { action: 'tenant.manage', resource: wholeTenant });
      return trx
        .updateTable('tenants')
        .set({ name: body.name.trim(), updatedAt: sql`now()`, updatedBy: userId })
        .where('id', '=', tenantId)
        .returning(['id', 'name', 'kind'])
        .executeTakeFirstOrThrow();
    });
    await forgetStanding(this.resources, caller);
    return { ...(changed as Omit<Tenant, 'role'>), role: standing.role };
  }
}
