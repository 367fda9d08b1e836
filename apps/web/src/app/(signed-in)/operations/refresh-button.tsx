'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRefresh, useRefreshing } from '@/refresh/refresh';

/** Asks for everything on the page again. */
export function RefreshButton({ icon = false }: { icon?: boolean }) {
  const t = useTranslations('operations');
  const refresh = useRefresh();
  const refreshing = useRefreshing();
  return (
    <button
      type="button"
      className={icon ? 'btn btn--quiet btn--icon' : 'btn'}
      aria-busy={refreshing}
      aria-label={icon ? t('refresh') : undefined}
      onClick={refresh}
    >
      <RefreshCw className={icon ? 'i i-lg' : 'i'} />
      {!icon && t('refresh')}
    </button>
  );
}
