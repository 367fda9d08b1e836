import { MailWarning } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Instance } from '@/api/schema.gen';

/** Where there is no mail server, nobody should wait for a message. */
export function MailNotice({ mail }: { mail: Instance['mail'] }) {
  const t = useTranslations('mail');
  if (mail === 'smtp') return null;
  return (
    <p className="notice">
      <MailWarning className="i" aria-hidden="true" />
      <span>{t('outbox')}</span>
    </p>
  );
}
