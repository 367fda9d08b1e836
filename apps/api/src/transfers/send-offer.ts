import { forTenant } from '@odolog/db';
import { formatFor } from '@odolog/events';
import { MailNotSent } from '@odolog/mail';
import { wordsIn } from '@odolog/words';
import type { Caller } from '../http/contract.js';
import { readProfile } from '../people/profile.js';
import type { Resources } from '../resources.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';
import type { SentTransfer, Transfer } from './transfers.contract.js';

interface Offered {
  readonly transfer: Transfer;
  readonly token: string;
  readonly vehicle: Vehicle;
}

/**
 * Mails the link, after the offer is written. A message that does not leave fails nothing: the link is in the answer.
 */
export async function sendOffer(
  resources: Resources,
  { tenantId, userId }: Caller,
  { transfer, token, vehicle }: Offered,
): Promise<SentTransfer> {
  const { db, mailer, config, log } = resources;
  const link = `${config.publicUrl}/transfers/${token}`;
  const { name, preferences } = await forTenant(db, tenantId, (trx) => readProfile(trx, userId));
  const { locale } = preferences;
  try {
    await mailer.send({ to: transfer.email, ...words(transfer, { name, vehicle, link, locale }) });
    return { ...transfer, link, mail: mailer.mode === 'smtp' ? 'sent' : 'outbox' };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.warn({ err: error }, 'transfer');
    return { ...transfer, link, mail: 'failed' };
  }
}

interface Occasion {
  readonly name: string;
  readonly vehicle: Vehicle;
  readonly link: string;
  readonly locale: string;
}

/** In the language of whoever offers: nothing is known of the other yet. */
function words(
  { expiresAt }: Transfer,
  { name, vehicle: { make, model, year, nickname }, link, locale }: Occasion,
): { subject: string; text: string } {
  const { text } = wordsIn(locale);
  const giver = name.trim() || text('mails.transfer.someone');
  const vehicle = [make, model, year].filter(Boolean).join(' ') || nickname;
  const date = formatFor({ locale }).date(expiresAt.slice(0, 10));
  return {
    subject: text('mails.transfer.subject', { giver, vehicle }),
    text: text('mails.transfer.text', { giver, vehicle, link, date }),
  };
}
