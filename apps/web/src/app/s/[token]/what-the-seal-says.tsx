import { Check, CircleAlert, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SharedHistory } from '@/api/schema.gen';
import Link from '@/ui/link';

/** Whether the history is as it was recorded, what that proves and what not, and where to check it oneself. */
export function WhatTheSealSays({ seal, corrections }: Pick<SharedHistory, 'seal' | 'corrections'>) {
  const t = useTranslations('share');
  return (
    <div>
      <h2>{t('sealTitle')}</h2>
      <ul className="checks">
        <li className={seal.unchanged ? undefined : 'q'}>
          {seal.unchanged ? <Check className="i" /> : <CircleAlert className="i" />}
          <span>{t(seal.unchanged ? 'sealHolds' : 'sealBroken', { events: seal.events })}</span>
        </li>
        {corrections.length > 0 && (
          <li className="q">
            <History className="i" />
            <span>{t('correctionsShown', { count: corrections.length })}</span>
          </li>
        )}
      </ul>
      <p className="sm muted share__aside">{t('sealLimits')}</p>
      <p className="sm share__aside">
        <Link className="link" href="/verify">
          {t('checkYourself')}
        </Link>{' '}
        <span className="hash">{inFours(seal.chainHash.slice(0, 16))}</span>
      </p>
    </div>
  );
}

/** As somebody compares them by eye. */
const inFours = (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1 ');
