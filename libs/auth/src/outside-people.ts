import { Problem } from '@odolog/problems';
import { createHash } from 'node:crypto';
import { DatabaseError, type Pool } from 'pg';
import { membershipsByClaims, type ProvidedMembership } from './memberships-by-claims.js';
import type { Claims, OutsideProvider } from './outside-provider.js';
import type { Identity } from './verify-token.js';

/** As much as is known of a person before they are somebody here. */
export interface Introduction {
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

type Link = NonNullable<Identity['link']>;

export function linkOf({ id }: OutsideProvider, { sub }: Claims): Link {
  return { providerId: id, subject: sub };
}

const uniqueViolation = '23505';

/**
 * Who claims speak of: the person who is linked to the subject, brought into being if there is none, with the memberships
 * that the claims give as of when they were issued.
 *
 * @throws Problem `forbidden` when the address belongs to somebody else whom nothing proves to be the same, `unauthenticated` for
 * claims of before the person deleted their account
 */
export async function recognise(pool: Pool, provider: OutsideProvider, claims: Claims): Promise<Identity> {
  const userId =
    (await linkedPerson(pool, linkOf(provider, claims))) ?? (await newPerson(pool, provider, claims));
  const [first] = await followClaims(pool, { provider, claims, userId });
  return { userId, tenantId: first?.tenantId, link: linkOf(provider, claims) };
}

/**
 * For where nobody comes in before they have confirmed their address, by themselves or by the word of a provider that is believed.
 * One that no message reaches stands for none: there is nothing to confirm.
 *
 * @throws Problem `forbidden` with the reason EMAIL_NOT_VERIFIED
 */
export async function refuseUnconfirmed(pool: Pool, userId: string): Promise<void> {
  const { rowCount } = await pool.query(
    `SELECT FROM auth."user" WHERE "id" = $1 AND NOT "emailVerified" AND "email" NOT LIKE '%.invalid'`,
    [userId],
  );
  if (rowCount !== 0) throw new Problem('forbidden', { reason: 'EMAIL_NOT_VERIFIED' });
}

/** The memberships of a person become what the claims say, unless newer claims have been followed. */
export async function followClaims(
  pool: Pool,
  { provider, claims, userId }: { provider: OutsideProvider; claims: Claims; userId: string },
): Promise<ProvidedMembership[]> {
  const memberships = membershipsByClaims(provider.memberships, claims);
  const issuedAt = typeof claims['iat'] === 'number' ? new Date(claims['iat'] * 1000) : new Date();
  await pool.query('SELECT app.follow_claims($1, $2, $3, $4, $5)', [
    userId,
    provider.id,
    issuedAt,
    memberships.map(({ tenantId }) => tenantId),
    memberships.map(({ role }) => role),
  ]);
  return memberships;
}

/** The id of the person whom a provider knows by this subject. */
export async function linkedPerson(pool: Pool, { providerId, subject }: Link): Promise<string | undefined> {
  const { rows } = await pool.query<{ userId: string }>(
    'SELECT "userId" FROM auth."account" WHERE "providerId" = $1 AND "accountId" = $2',
    [providerId, subject],
  );
  return rows[0]?.userId;
}

/** An address is as good as the word of who vouches for it; where there is none, one that no message reaches stands for it. */
export function introduce(provider: OutsideProvider, claims: Claims): Introduction {
  const { sub, email, email_verified: verified, name, preferred_username: login } = claims;
  const hasAddress = typeof email === 'string' && email.includes('@');
  const subject = createHash('sha256').update(sub).digest('hex').slice(0, 32);
  const called = [name, login, hasAddress ? email.split('@', 1)[0] : undefined, provider.name];
  return {
    name: called.find((each) => typeof each === 'string' && each.trim() !== '') as string,
    email: hasAddress ? email.toLowerCase() : `${subject}@${provider.id}.invalid`,
    emailVerified: hasAddress && provider.trustsEmail && verified === true,
  };
}

async function newPerson(pool: Pool, provider: OutsideProvider, claims: Claims): Promise<string> {
  const introduction = introduce(provider, claims);
  try {
    const known = await linkKnown(pool, { provider, claims, introduction });
    if (known !== undefined) return known;
    await refuseFromBefore(pool, provider, claims);
    return await insertPerson(pool, { provider, claims, introduction });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== uniqueViolation) throw error;
    // Two first requests at once: the other one made the person, or somebody signed up with the address meanwhile.
    const userId = await linkedPerson(pool, linkOf(provider, claims));
    if (userId === undefined) throw notProven(provider);
    return userId;
  }
}

interface Newcomer {
  readonly provider: OutsideProvider;
  readonly claims: Claims;
  readonly introduction: Introduction;
}

/** Whether the person with this address has parted with the provider, and not linked it again. */
export async function wasUnlinked(pool: Pool, email: string, { id }: OutsideProvider): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM auth."unlinkedProvider" p JOIN auth."user" u ON u."id" = p."userId"
      WHERE u."email" = $1 AND p."providerId" = $2`,
    [email, id],
  );
  return rowCount === 1;
}

/** Both sides must have proven the address: else whoever claims it first would get the other's vehicles. */
async function linkKnown(
  pool: Pool,
  { provider, claims, introduction }: Newcomer,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string; emailVerified: boolean; isLinked: boolean }>(
    `SELECT "id", "emailVerified", EXISTS (
       SELECT FROM auth."account" WHERE "userId" = "user"."id" AND "providerId" = $2 AND "accountId" = $3) AS "isLinked"
     FROM auth."user" WHERE "email" = $1`,
    [introduction.email, provider.id, claims.sub],
  );
  const [known] = rows;
  if (!known) return undefined;
  // Another first request of the same person was faster.
  if (known.isLinked) return known.id;
  const isProven = known.emailVerified && introduction.emailVerified;
  if (!isProven || (await wasUnlinked(pool, introduction.email, provider))) throw notProven(provider);
  await pool.query(
    'INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt") VALUES ($1, $2, $3, now())',
    [provider.id, claims.sub, known.id],
  );
  return known.id;
}

/** Somebody who deleted their account comes again by a token that was issued since, and by no other. */
async function refuseFromBefore(pool: Pool, { id }: OutsideProvider, { sub, iat }: Claims): Promise<void> {
  const { rowCount } = await pool.query(
    `SELECT FROM auth."deletedLink"
      WHERE "providerId" = $1 AND "subjectHash" = sha256(convert_to($2, 'UTF8')) AND "deletedAt" >= to_timestamp($3)`,
    [id, sub, typeof iat === 'number' ? iat : 0],
  );
  if (rowCount !== 0) throw new Problem('unauthenticated');
}

/** In one statement: a trigger makes profile, personal tenant and membership with the person, or there is no person. */
async function insertPerson(pool: Pool, { provider, claims, introduction }: Newcomer): Promise<string> {
  const { name, email, emailVerified } = introduction;
  const { rows } = await pool.query<{ userId: string }>(
    `WITH person AS (
       INSERT INTO auth."user" ("name", "email", "emailVerified") VALUES ($3, $4, $5) RETURNING "id")
     INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt")
     SELECT $1, $2, person."id", now() FROM person RETURNING "userId"`,
    [provider.id, claims.sub, name, email, emailVerified],
  );
  return rows[0]!.userId;
}

function notProven({ name }: OutsideProvider): Problem {
  return new Problem('forbidden', {
    reason: 'ACCOUNT_NOT_LINKED',
    detail: `There is an account with this address already; sign in to it and link ${name} there`,
  });
}
