import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readAcceptedTerms } from './accepted-terms.js';
import type { AcceptedTerms, acceptTerms } from './terms.contract.js';
import { forgetTermsToAccept } from './terms-to-accept.js';

export class AcceptTerms extends Command<AcceptedTerms> {
  constructor(readonly call: CallOf<typeof acceptTerms>) {
    super();
  }
}

@CommandHandler(AcceptTerms)
export class AcceptTermsHandler implements ICommandHandler<AcceptTerms> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: AcceptTerms): Promise<AcceptedTerms> {
    const { config, db } = this.resources;
    if (body.version !== config.terms.version) {
      throw new Problem('conflict', {
        detail: 'Another version of the terms is in force',
        current: config.terms.version,
      });
    }
    await forTenant(db, caller.tenantId, (trx) =>
      sql`SELECT app.accept_terms(${caller.userId}, ${body.version})`.execute(trx),
    );
    await forgetTermsToAccept(this.resources, caller);
    return readAcceptedTerms(this.resources, caller);
  }
}
