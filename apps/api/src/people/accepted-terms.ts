import { sql } from 'kysely';
import type { Resources } from '../resources.js';
import type { AcceptedTerms } from './terms.contract.js';

/** What a person has accepted, the latest first. Asked outside of any tenant: a function answers for this one person. */
export async function readAcceptedTerms({ config, db }: Resources, userId: string): Promise<AcceptedTerms> {
  const { rows } = await sql<{ version: string; acceptedAt: Date }>`
    SELECT version, accepted_at AS "acceptedAt" FROM app.terms_accepted_by(${userId})`.execute(db.kysely);
  const accepted = rows.map(({ version, acceptedAt }) => ({
    version,
    acceptedAt: new Date(acceptedAt).toISOString(),
  }));
  return { current: config.terms.version, accepted };
}
