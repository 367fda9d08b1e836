'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

/** After this long a page has come to rest: what is first seen does not wait for any of it. */
const restMs = 1_500;

/** Keeps what is looked at for when there is no connection, as its owner sees it. */
export function OfflineStart({ personId, tenantId }: { personId: string; tenantId: string }) {
  const path = usePathname();
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('./keep-page').then(({ keepPage }) => keepPage(path, { personId, tenantId }));
    }, restMs);
    return () => clearTimeout(timer);
  }, [path, personId, tenantId]);
  return null;
}
