'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

/** The secret address of the calendar: shown once, replaced or revoked at any time. */
export function CalendarLink({ createdAt }: { createdAt: string | null }) {
  const t = useTranslations('reminders.calendar');
  const { busy, run } = useAction();
  const [url, setUrl] = useState<string>();

  const make = () => run(async () => setUrl((await answer(browserApi.POST('/api/v1/me/calendar-link'))).url));
  const revoke = () =>
    run(async () => {
      await answer(browserApi.DELETE('/api/v1/me/calendar-link'));
      setUrl(undefined);
    }, t('revoked'));
  return (
    <>
      {url && (
        <div className="field">
          <label htmlFor="calendar-url">{t('once')}</label>
          <span className="inp inp--words">
            <input id="calendar-url" readOnly value={url} onFocus={({ target }) => target.select()} />
          </span>
        </div>
      )}
      <div className="sec__acts">
        <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void make()}>
          {t(createdAt ? 'replace' : 'make')}
        </button>
        {createdAt && (
          <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void revoke()}>
            {t('revoke')}
          </button>
        )}
      </div>
    </>
  );
}
