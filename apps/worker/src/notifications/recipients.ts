import { may, type Standing } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { usualPreferences, type MailPreferences } from './mail-time.js';

/** A member who may be told of something, and how. */
export interface Recipient {
  readonly userId: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly standing: Standing;
  readonly preferences: MailPreferences;
}

/** Everyone in a tenant, with what the policy knows of them. */
export async function readRecipients(trx: TenantTransaction, tenantId: string): Promise<Recipient[]> {
  const people = await trx
    .selectFrom('memberships as m')
    .innerJoin('profiles as p', 'p.userId', 'm.userId')
    .leftJoin('notificationPreferences as n', (join) =>
      join.onRef('n.tenantId', '=', 'm.tenantId').onRef('n.userId', '=', 'm.userId'),
    )
    .select(['m.userId', 'm.role', 'p.name', 'p.locale', 'p.timeZone'])
    .select(['n.mail', 'n.digest', 'n.digestAtMin', 'n.quietFromMin', 'n.quietUntilMin'])
    .where('m.tenantId', '=', tenantId)
    .where('p.deletedAt', 'is', null)
    .execute();
  const garages = await trx
    .selectFrom('garageMembers')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .execute();
  const driven = await trx
    .selectFrom('vehicleDrivers')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .execute();
  return people.map(({ userId, role, name, locale, timeZone, mail, ...preferences }) => ({
    userId,
    name,
    locale,
    timeZone,
    standing: {
      role: role as Standing['role'],
      // nobody is told of the installation: it is not asked whether they operate it
      operates: false,
      garages: garages
        .filter((member) => member.userId === userId)
        .map((member) => ({ id: member.garageId, role: member.role as Standing['garages'][number]['role'] })),
      vehicles: driven.filter((driver) => driver.userId === userId).map(({ vehicleId }) => vehicleId),
    },
    preferences: mail === null ? usualPreferences : ({ mail, ...preferences } as MailPreferences),
  }));
}

/** Whoever may act on a reminder is told of it: to those who only look it is no task. */
export function isConcerned({ standing }: Recipient, resource: Parameters<typeof may>[2]): boolean {
  return may(standing, 'reminder.manage', resource);
}
