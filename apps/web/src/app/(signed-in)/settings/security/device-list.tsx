'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { SignedInSession } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi, signOut } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { deviceOf } from './device-of';

/** Every device that is signed in, and how to end it. */
export function DeviceList({ devices }: { devices: readonly SignedInSession[] }) {
  const t = useTranslations('security');
  const { format, preferences } = useViewer();
  const { busy, run } = useAction();
  const end = (sessionId: string) =>
    run(
      () => answer(browserApi.DELETE('/api/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
      t('deviceEnded'),
    );
  const endOthers = () =>
    run(
      () => answer(browserApi.DELETE('/api/v1/me/sessions', { params: { query: { except: 'current' } } })),
      t('othersEnded'),
    );
  const endAll = async () => {
    if (await run(() => answer(browserApi.DELETE('/api/v1/me/sessions')))) await signOut();
  };
  return (
    <>
      <ul className="people" aria-label={t('devices')}>
        {devices.map(({ id, current, lastSeenAt, userAgent }) => (
          <li key={id}>
            <MonitorSmartphone className="i i-lg" aria-hidden="true" />
            <div className="people__who">
              <p>{deviceOf(userAgent) ?? t('unknownDevice')}</p>
              <small>
                {current
                  ? t('thisDevice')
                  : t('lastSeen', { date: format.moment(lastSeenAt, preferences.timeZone) })}
              </small>
            </div>
            {!current && (
              <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void end(id)}>
                {t('endDevice')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="sec__acts">
        {devices.length > 1 && (
          <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void endOthers()}>
            {t('endOthers')}
          </button>
        )}
        <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void endAll()}>
          {t('endAll')}
        </button>
      </div>
    </>
  );
}
