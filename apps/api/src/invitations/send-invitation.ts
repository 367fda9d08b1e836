import { forTenant } from '@odolog/db';
import { MailNotSent } from '@odolog/mail';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Invitation, SentInvitation } from './invitations.contract.js';

/**
 * Mails the link, after the invitation is written. A message that does not leave fails nothing: the link is in the answer,
 * and can be sent again.
 */
export async function sendInvitation(
  resources: Resources,
  { tenantId }: Caller,
  { invitation, token }: { readonly invitation: Invitation; readonly token: string },
): Promise<SentInvitation> {
  const { db, mailer, config, log } = resources;
  const link = `${config.publicUrl}/invitations/${token}`;
  const { name } = await forTenant(db, tenantId, (trx) =>
    trx.selectFrom('tenants').select('name').where('id', '=', tenantId).executeTakeFirstOrThrow(),
  );
  try {
    await mailer.send({ to: invitation.email, ...words(invitation, { tenantName: name, link }) });
    return { ...invitation, link, mail: mailer.mode === 'smtp' ? 'sent' : 'outbox' };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.warn({ err: error }, 'invitation');
    return { ...invitation, link, mail: 'failed' };
  }
}

function words(
  { invitedBy, expiresAt }: Invitation,
  { tenantName, link }: { readonly tenantName: string; readonly link: string },
): { subject: string; text: string } {
  const inviter = invitedBy.name?.trim() || 'Someone';
  return {
    subject: `${inviter} invites you to ${tenantName} on Odolog`,
    text: `${inviter} shares vehicles with you in ${tenantName}: their history, costs and what is due.

Look at the invitation, and accept or decline it:
${link}

The link works once, until ${expiresAt.slice(0, 10)}. If you do not expect it, do nothing.
`,
  };
}
