'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState, type ComponentType } from 'react';
import { useViewer } from '@/format/viewer-context';
import { isChosenHere } from '@/session/tenant-here';
import { writtenEvent } from '@/session/last-write';

/** What is written is followed by the page that shows it, and perhaps by more of it. */
const afterWriteMs = 3_000;
/** After this long a page has come to rest: what is first seen does not wait for any of it. */
const restMs = 1_500;

/** Keeps what is looked at for when there is no connection, and sends what was entered without one. */
export function OfflineStart() {
  const path = usePathname();
  const { owner } = useViewer();
  const [WaitingHost, setWaitingHost] = useState<ComponentType>();
  useEffect(() => {
    async function keep(again: boolean) {
      void waitingHost().then((host) => setWaitingHost(() => host));
      // The page would come in the tenant that another window has chosen.
      if (!isChosenHere()) return;
      const { keepPage } = await import('./keep-page');
      await keepPage(path, owner, again);
    }
    const keepUnlessOffline = (again: boolean) => void keep(again).catch(() => undefined);
    let timer = setTimeout(() => keepUnlessOffline(false), restMs);
    const written = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keepUnlessOffline(true), afterWriteMs);
    };
    window.addEventListener(writtenEvent, written);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(writtenEvent, written);
    };
  }, [path, owner]);
  return WaitingHost ? <WaitingHost /> : null;
}

/** Where the connection goes before this has come, it comes with the next one. */
async function waitingHost(): Promise<ComponentType> {
  try {
    return (await import('@/waiting/waiting-host')).default;
  } catch {
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
    return waitingHost();
  }
}
