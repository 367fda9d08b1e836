import { forTenant } from '@odolog/db';
import { MailNotSent } from '@odolog/mail';
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
  { db, mailer, config, log }: Resources,
  { tenantId, userId }: Caller,
  { transfer, token, vehicle }: Offered,
): Promise<SentTransfer> {
  const link = `${config.publicUrl}/transfers/${token}`;
  const { name } = await forTenant(db, tenantId, (trx) => readProfile(trx, userId));
  try {
    await mailer.send({ to: transfer.email, ...words(transfer, { name, vehicle, link }) });
    return { ...transfer, link, mail: mailer.mode === 'smtp' ? 'sent' : 'outbox' };
  } catch (error) {
    if (!(error instanceof MailNotSent)) throw error;
    log.warn({ err: error }, 'transfer');
    return { ...transfer, link, mail: 'failed' };
  }
}

function words(
  { expiresAt }: Transfer,
  { name, vehicle, link }: { readonly name: string; readonly vehicle: Vehicle; readonly link: string },
): { subject: string; text: string } {
  const giver = name.trim() || 'Someone';
  const { make, model, year, nickname } = vehicle;
  const what = [make, model, year].filter(Boolean).join(' ') || nickname;
  return {
    subject: `${giver} hands ${what} over to you on Odolog`,
    text: `${giver} wants to hand ${what} over to you, with its history.

Look at what comes, and take it over or decline:
${link}

The link works once, until ${expiresAt.slice(0, 10)}. If you do not expect it, do nothing.
`,
  };
}
