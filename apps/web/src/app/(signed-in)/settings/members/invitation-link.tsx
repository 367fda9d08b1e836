'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SentInvitation } from '@/api/schema.gen';
import { useToast } from '@/toast/toast';

/** What became of the message, and its link, shown this once: where no mail leaves the house it is handed over. */
export function InvitationLink({ sent: { email, mail, link } }: { sent: SentInvitation }) {
  const t = useTranslations('members');
  const toast = useToast();
  if (link === null) return null;

  async function copy(address: string) {
    await navigator.clipboard.writeText(address);
    toast({ words: t('linkCopied') });
  }

  return (
    <div className="field" role="status">
      <p className="sm">{t(`mail.${mail}`, { email })}</p>
      <div className="invite invite--one">
        <span className="inp inp--s">
          <input readOnly value={link} aria-label={t('link')} onFocus={(event) => event.target.select()} />
        </span>
        <button type="button" className="btn btn--tap" onClick={() => void copy(link)}>
          <Copy className="i" />
          {t('copyLink')}
        </button>
      </div>
    </div>
  );
}
