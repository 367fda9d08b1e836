import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';

/** A message that this worker may send, for as long as its lease lasts. */
export interface ClaimedMail {
  readonly id: string;
  readonly claim: string;
  readonly userId: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
}

/** Longer than a mail server may take for one message. */
const leaseMs = 120_000;

const ofTenant = sql`tenant_id = app.current_tenant_id()`;

/** Takes the next message that waits, or that a worker has claimed and died with before it spoke to the mail server. */
export async function claimMail(trx: TenantTransaction, now: Date): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    UPDATE app.mails SET status = 'claimed', claim = ${randomUUID()}, attempts = attempts + 1,
                         lease_until = ${new Date(now.getTime() + leaseMs)}
     WHERE ${ofTenant} AND id = (
       SELECT id FROM app.mails
        WHERE ${ofTenant} AND ((status = 'waiting' AND retry_at <= ${now}) OR (status = 'claimed' AND lease_until < ${now}))
        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, claim, user_id, subject, body, attempts`.execute(trx);
  return rows[0];
}

/**
 * The point of no return, committed before the first word to the mail server.
 * @returns false when the lease ran out and another worker has the message
 */
export async function beginSending(trx: TenantTransaction, { id, claim }: ClaimedMail): Promise<boolean> {
  return moved(trx, sql`status = 'sending'`, sql`id = ${id} AND claim = ${claim} AND status = 'claimed'`);
}

/** How an attempt ended: `waiting` to try again at `retryAt`. */
export async function settle(
  trx: TenantTransaction,
  { id, claim }: ClaimedMail,
  {
    status,
    retryAt,
  }: { readonly status: 'sent' | 'waiting' | 'refused' | 'unknown'; readonly retryAt: Date },
): Promise<void> {
  await moved(
    trx,
    sql`status = ${status}, retry_at = ${retryAt}`,
    sql`id = ${id} AND claim = ${claim} AND status = 'sending'`,
  );
}

/**
 * What a worker left behind while it spoke to the mail server may have gone out or not. It is not sent again: to be told twice
 * is worse than to be told in the app only.
 * @returns whether there was any
 */
export async function giveUpUnknown(trx: TenantTransaction, now: Date): Promise<boolean> {
  return moved(trx, sql`status = 'unknown'`, sql`status = 'sending' AND lease_until < ${now}`);
}

async function moved(
  trx: TenantTransaction,
  change: ReturnType<typeof sql>,
  where: ReturnType<typeof sql>,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`UPDATE app.mails SET ${change} WHERE ${ofTenant} AND ${where}`.execute(trx);
  return (numAffectedRows ?? 0n) > 0n;
}
