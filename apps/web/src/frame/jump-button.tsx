'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';

const JumpDialog = lazy(() => import('./jump-dialog'));

/** Looks like the search field that it opens. */
export function JumpButton({ icon = false }: { icon?: boolean }) {
  const t = useTranslations('jump');
  const [open, setOpen] = useState(false);
  return (
    <>
      {icon ? (
        <button
          type="button"
          className="btn btn--quiet btn--icon"
          aria-label={t('open')}
          onClick={() => setOpen(true)}
        >
          <Search className="i i-lg" />
        </button>
      ) : (
        <button type="button" className="search" data-jump onClick={() => setOpen(true)}>
          <Search className="i" />
          <span>{t('open')}</span>
          <kbd className="kbd">/</kbd>
        </button>
      )}
      {open && (
        <Suspense>
          <JumpDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
