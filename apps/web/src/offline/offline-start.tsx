'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useViewer } from '@/format/viewer-context';
import { writtenEvent } from '@/session/last-write';

const WaitingHost = lazy(() => import('@/waiting/waiting-host'));

/** What is written is followed by the page that shows it, and perhaps by more of it. */
const afterWriteMs = 3_000;
/** After this long a page has come to rest: what is first seen does not wait for any of it. */
const restMs = 1_500;

/** Keeps what is looked at for when there is no connection, and sends what was entered without one. */
export function OfflineStart() {
  const path = usePathname();
  const { owner } = useViewer();
  const [rested, setRested] = useState(false);
  useEffect(() => {
    async function keep(again: boolean) {
      setRested(true);
      // At the pump the form opens at once.
      void import('@/quick-add/quick-add-sheet');
      const { keepPage } = await import('./keep-page');
      await keepPage(path, owner, again);
    }
    let timer = setTimeout(() => void keep(false), restMs);
    const written = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void keep(true), afterWriteMs);
    };
    window.addEventListener(writtenEvent, written);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(writtenEvent, written);
    };
  }, [path, owner]);
  return (
    rested && (
      <Suspense>
        <WaitingHost />
      </Suspense>
    )
  );
}
