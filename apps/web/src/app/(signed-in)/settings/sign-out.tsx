'use client';

import { useTranslations } from 'next-intl';
import { signOut } from '@/session/browser-session';

export function SignOut() {
  const t = useTranslations('settings');
  return (
    <button type="button" className="btn btn--tap" onClick={() => void signOut()}>
      {t('signOut')}
    </button>
  );
}
