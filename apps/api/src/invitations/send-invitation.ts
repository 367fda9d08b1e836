import { forTenant } from '@odolog/db';
import { formatFor } from '@odolog/events';
import { MailNotSent } from '@odolog/mail';
import { wordsIn } from '@odolog/words';
import type { Caller } from '../http/contract.js';
import { preferencesOf } from '../people/viewer.js';
import type { Resources } from '../resources.js';
import type { Invitation, SentInvitation } from './invitations.contract.js';

/**
 * Mails the link, after the invitation is written. A message that does not leave fails nothing: the link is in the answer,
 * and can be sent again.
 */
export async function sendInvitation(
  resources: Resources,
  caller: Caller,
  { invitation, token }: { readonly invitation: Invitation; readonly token: string },
): Promise<SentInvitation> {
  const { db, mailer, config, log } = resources;
  const link = `${config.publicUrl}/invitations/${token}`;
  const { tenantId } = caller;
  const { name } = await forTenant(db, tenantId, (trx) =>
    trx.selectFrom('tenants').select('name').where('id', '=', tenantId).executeTakeFirstOrThrow(),
  );
  const { locale } = await preferencesOf(resources, caller);
  try {
    await mailer.send({ to: invitation.email, ...words(invitation, { tenantName: name, link, locale }) });
    return { ...invitation, link, mail: mailer.mode === 'smtp' ? 'sent' : 'outbox' };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.warn({ err: error }, 'invitation');
    return { ...invitation, link, mail: 'failed' };
  }
}

interface Occasion {
  readonly tenantName: string;
  readonly link: string;
  readonly locale: string;
}

/** In the language of whoever invites: nothing is known of the other yet. */
function words(
  { invitedBy, expiresAt }: Invitation,
  { tenantName, link, locale }: Occasion,
): { subject: string; text: string } {
  const { text } = wordsIn(locale);
  const inviter = invitedBy.name?.trim() || text('mails.invitation.someone');
  const date = formatFor({ locale }).date(expiresAt.slice(0, 10));
  return {
    subject: text('mails.invitation.subject', { inviter, tenant: tenantName }),
    text: text('mails.invitation.text', { inviter, tenant: tenantName, link, date }),
  };
}
