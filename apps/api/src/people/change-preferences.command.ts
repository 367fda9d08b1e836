import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { holdTo } from '@odolog/problems';
import { sql } from 'kysely';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { changePreferences, type Preferences } from './people.contract.js';
import { readProfile } from './profile.js';
import { forgetViewer } from './viewer.js';

type Changes = CallOf<typeof changePreferences>;

export class ChangePreferences extends Command<Preferences> {
  constructor(readonly call: Changes) {
    super();
  }
}

@CommandHandler(ChangePreferences)
export class ChangePreferencesHandler implements ICommandHandler<ChangePreferences> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: ChangePreferences): Promise<Preferences> {
    holdTo(body, changePreferences.rules);
    const changed = await forTenant(this.resources.db, caller.tenantId, async (trx) => {
      await trx
        .updateTable('profiles')
        .set({ ...body, updatedAt: sql`now()`, updatedBy: caller.userId })
        .where('userId', '=', caller.userId)
        .execute();
      return readProfile(trx, caller.userId);
    });
    await forgetViewer(this.resources, caller);
    return changed.preferences;
  }
}
