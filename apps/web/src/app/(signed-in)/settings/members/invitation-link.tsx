'use client';

import { useTranslations } from 'next-intl';
import type { SentInvitation } from '@/api/schema.gen';
import { SentLink } from '@/ui/sent-link';

/** What became of the message, and its link. */
export function InvitationLink({ sent: { email, mail, link } }: { sent: SentInvitation }) {
  const t = useTranslations('members');
  return link && <SentLink words={t(`mail.${mail}`, { email })} link={link} label={t('link')} />;
}
