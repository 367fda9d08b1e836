import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { SharedHistory } from '@/api/schema.gen';
import { config } from '@/config';
import { viewerLanguage } from '@/i18n/viewer-language';

/** What the holder of a link may see, once a request; the not-found page for one that is closed. */
export const sharedHistory = cache(async (token: string): Promise<SharedHistory> => {
  const locale = (await viewerLanguage()).wordsLocale;
  const response = await fetch(
    `${config.apiUrl}/api/v1/shares/${encodeURIComponent(token)}?locale=${encodeURIComponent(locale)}`,
    { cache: 'no-store' },
  );
  if (response.status === 404) notFound();
  if (!response.ok) throw new Error(`The history cannot be read: ${response.status}`);
  return (await response.json()) as SharedHistory;
});
