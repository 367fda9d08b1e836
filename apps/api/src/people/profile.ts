import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Preferences } from './people.contract.js';

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly preferences: Preferences;
}

/** A person of the tenant. @throws Problem `forbidden` for one who has left it a moment ago */
export async function readProfile(trx: TenantTransaction, userId: string): Promise<Profile> {
  const { name, email, ...preferences } = await trx
    .selectFrom('profiles')
    .select(['name', 'email', 'locale', 'distanceUnit', 'volumeUnit', 'currency', 'timeZone', 'theme'])
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow(() => new Problem('forbidden'));
  return { id: userId, name, email, preferences: preferences as Preferences };
}
