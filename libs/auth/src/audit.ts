import type { TenantTransaction } from '@odolog/db';

/**
 * What is kept in the audit trail. The names are part of the HTTP contract: add, never rename.
 * Never in `detail`: passwords, tokens, secrets of keys.
 */
export const auditActions = [
  'person.signed-up',
  'person.signed-in',
  'person.signed-out',
  'person.signed-out-elsewhere',
  'person.password-changed',
  'person.password-reset',
  'person.account-reclaimed',
  'person.two-factor-enabled',
  'person.two-factor-disabled',
  'person.backup-codes-replaced',
  'person.passkey-added',
  'person.passkey-removed',
  'person.provider-linked',
  'person.provider-unlinked',
  'person.deleted',
  'person.email-changed',
  'person.sign-in-refused',
  'member.added',
  'member.role-changed',
  'member.removed',
  'member.left',
  'ownership.transferred',
  'garage-role.given',
  'garage-role.taken',
  'driver.assigned',
  'driver.unassigned',
  'invitation.sent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.revoked',
  'key.created',
  'key.revoked',
  'export.made',
  'share.created',
  'share.revoked',
  'calendar-link.created',
  'calendar-link.revoked',
  'proof-key.replaced',
  'transfer.offered',
  'transfer.revoked',
  'transfer.declined',
  'vehicle.handed-over',
  'vehicle.received',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One thing that was done, by whom, to what. */
export interface AuditEntry {
  readonly tenantId: string;
  /** The person who did it; null when nobody did, such as a job. */
  readonly actorId: string | null;
  readonly action: AuditAction;
  /** What it was done to: both or neither. */
  readonly subjectKind?:
    'person' | 'garage' | 'vehicle' | 'invitation' | 'key' | 'export' | 'share' | 'transfer';
  readonly subjectId?: string;
  /** What one needs to know besides, such as the role before and after. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** Adds an entry, in the transaction that does the thing: neither stands without the other. */
export async function recordAudit(
  trx: TenantTransaction,
  { tenantId, actorId, action, subjectKind, subjectId, detail = {} }: AuditEntry,
): Promise<void> {
  await trx
    .insertInto('auditEntries')
    .values({
      tenantId,
      actorId,
      action,
      subjectKind: subjectKind ?? null,
      subjectId: subjectId ?? null,
      detail: JSON.stringify(detail),
    })
    .execute();
}
