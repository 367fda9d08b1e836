import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { v5, v7 } from 'uuid';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import type { Me } from '../people/people.contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { createTenant } from './tenants.contract.js';

type Tenant = Me['tenant'];

export class CreateTenant extends Command<Answer<Tenant>> {
  constructor(readonly call: CallOf<typeof createTenant>) {
    super();
  }
}

/** It cannot be written into before it is there: a function of the database makes it, with its first owner, or not at all. */
@CommandHandler(CreateTenant)
export class CreateTenantHandler implements ICommandHandler<CreateTenant> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body, idempotencyKey } }: CreateTenant): Promise<Answer<Tenant>> {
    const { tenantId, userId } = caller;
    const name = body.name.trim();
    const id = idempotencyKey === undefined ? v7() : v5(`tenant:${idempotencyKey}`, userId);
    const { rows } = await forTenant(this.resources.db, tenantId, (trx) =>
      sql<{ isNew: boolean | null }>`SELECT app.create_tenant(${id}, ${name}, ${userId}) AS "isNew"`.execute(
        trx,
      ),
    );
    const isNew = rows[0]?.isNew ?? null;
    if (isNew === null) throw new Problem('idempotency-key-reused');
    await forgetStanding(this.resources, { tenantId: id, userId });
    return new Answer(isNew ? 201 : 200, { id, name, kind: 'fleet', role: 'owner' });
  }
}
