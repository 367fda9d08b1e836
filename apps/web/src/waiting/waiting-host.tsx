import { CloudOff, CloudUpload, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { isLeft, useShownEntries } from './shown-entries';
import { useDelivery } from './use-delivery';

const WaitingList = lazy(() => import('./waiting-list'));

/** Sends what waits when it can be sent, and says what there is to know: no connection, entries that wait, entries that need their person. */
export default function WaitingHost() {
  const t = useTranslations('waiting');
  const signedOut = useDelivery();
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  const shown = useShownEntries().filter(isLeft);
  const [open, setOpen] = useState(false);
  const needing = shown.filter(({ state }) => state === 'needs-you').length;
  const all = shown.length;
  if (online && all === 0 && !open) return null;
  const Icon = needing > 0 ? TriangleAlert : online ? CloudUpload : CloudOff;
  const words =
    needing > 0
      ? t('someNeedYou', { count: needing })
      : all > 0
        ? t(signedOut ? 'someWaitForSignIn' : 'someWait', { count: all })
        : t('offline');
  return (
    <>
      <div className={needing > 0 ? 'waits waits--alert' : 'waits'} role="status">
        <Icon className="i" />
        <span>{words}</span>
        {all > 0 && (
          <button type="button" onClick={() => setOpen(true)}>
            {t('look')}
          </button>
        )}
      </div>
      {open && (
        <Suspense>
          <WaitingList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
