'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CreatedApiKey } from '@/api/schema.gen';
import { useToast } from '@/toast/toast';
import { copyText } from '@/ui/copy-text';

/** The secret of a key that has just been made: nobody can show it again. */
export function NewKey({ made: { name, secret } }: { made: CreatedApiKey }) {
  const t = useTranslations('apiKeys');
  const toast = useToast();
  if (secret === null) return null;

  async function copy(text: string) {
    await copyText(text);
    toast({ words: t('copied') });
  }

  return (
    <div className="field made" role="status">
      <p className="sm">{t('shownOnce', { name })}</p>
      <div className="invite invite--one">
        <span className="inp inp--s">
          <input
            readOnly
            value={secret}
            aria-label={t('secret')}
            onFocus={(event) => event.target.select()}
          />
        </span>
        <button type="button" className="btn btn--tap" onClick={() => void copy(secret)}>
          <Copy className="i" />
          {t('copy')}
        </button>
      </div>
    </div>
  );
}
