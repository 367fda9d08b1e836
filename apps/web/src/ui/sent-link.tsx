'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useToast } from '@/toast/toast';
import { copyText } from '@/ui/copy-text';

interface SentLinkProps {
  /** What became of the message. */
  readonly words: string;
  readonly link: string;
  readonly label: string;
}

/** A link, shown this once: where no mail leaves the house it is handed over. */
export function SentLink({ words, link, label }: SentLinkProps) {
  const t = useTranslations('members');
  const toast = useToast();

  async function copy() {
    await copyText(link);
    toast({ words: t('linkCopied') });
  }

  return (
    <div className="field" role="status">
      <p className="sm">{words}</p>
      <div className="invite invite--one">
        <span className="inp inp--s">
          <input readOnly value={link} aria-label={label} onFocus={(event) => event.target.select()} />
        </span>
        <button type="button" className="btn btn--tap" onClick={() => void copy()}>
          <Copy className="i" />
          {t('copyLink')}
        </button>
      </div>
    </div>
  );
}
