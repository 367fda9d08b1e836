import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getPreferences, Preferences } from './people.contract.js';
import { readProfile } from './profile.js';

export class GetPreferences extends Query<Preferences> {
  constructor(readonly call: CallOf<typeof getPreferences>) {
    super();
  }
}

@QueryHandler(GetPreferences)
export class GetPreferencesHandler implements IQueryHandler<GetPreferences> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: GetPreferences): Promise<Preferences> {
    const profile = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readProfile(trx, caller.userId),
    );
    return profile.preferences;
  }
}
