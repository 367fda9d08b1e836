'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';

/** Asks for everything on the page again. */
export function RefreshButton({ icon = false }: { icon?: boolean }) {
  const t = useTranslations('operations');
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <button
      type="button"
      className={icon ? 'btn btn--quiet btn--icon' : 'btn'}
      aria-busy={pending}
      aria-label={icon ? t('refresh') : undefined}
      onClick={() => start(() => router.refresh())}
    >
      <RefreshCw className={icon ? 'i i-lg' : 'i'} />
      {!icon && t('refresh')}
    </button>
  );
}
