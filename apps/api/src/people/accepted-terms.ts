import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { AcceptedTerms } from './terms.contract.js';

/** What a person has accepted, the latest first. It belongs to no tenant: a function answers for this one person. */
export async function readAcceptedTerms(
  { config, db }: Resources,
  { tenantId, userId }: Caller,
): Promise<AcceptedTerms> {
  const { rows } = await forTenant(db, tenantId, (trx) =>
    sql<{ version: string; acceptedAt: Date }>`
      SELECT version, accepted_at AS "acceptedAt" FROM app.terms_accepted_by(${userId})`.execute(trx),
  );
  const accepted = rows.map(({ version, acceptedAt }) => ({
    version,
    acceptedAt: new Date(acceptedAt).toISOString(),
  }));
  return { current: config.terms.version, accepted };
}
