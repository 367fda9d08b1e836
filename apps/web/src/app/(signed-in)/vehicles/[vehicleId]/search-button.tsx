'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { focusSearch } from '@/frame/focus-search';

/** On the phone the search field is folded away; this brings it out. */
export function SearchButton() {
  const t = useTranslations('timeline');
  return (
    <button type="button" className="btn btn--quiet btn--icon" aria-label={t('search')} onClick={focusSearch}>
      <Search className="i i-lg" />
    </button>
  );
}
