'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { NotificationPage } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { Mark } from '@/ui/mark';
import { useAction } from '@/ui/use-action';

/** What one was told of and has not seen yet. */
export function NotificationList({ notifications }: { notifications: NotificationPage['items'] }) {
  const t = useTranslations('reminders.told');
  const { format, preferences } = useViewer();
  const { busy, run } = useAction();
  if (notifications.length === 0) return <p className="muted">{t('nothingNew')}</p>;
  return (
    <>
      <ul className="list">
        {notifications.map(({ id, vehicle, title, state, createdAt }) => (
          <li key={id}>
            <Mark type="reminder" />
            <div>
              <h3>{title}</h3>
              <p>
                {vehicle}, {t(`states.${state}`)}
              </p>
            </div>
            <span className="muted sm">{format.instant(createdAt, preferences.timeZone)}</span>
          </li>
        ))}
      </ul>
      <div className="sec__acts">
        <button
          type="button"
          className="btn btn--tap"
          disabled={busy}
          onClick={() => void run(() => answer(browserApi.POST('/api/v1/notifications/read')))}
        >
          {t('seenAll')}
        </button>
      </div>
    </>
  );
}
