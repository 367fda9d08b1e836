'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { answer } from '@/api/client';
import type { NotificationPreferences } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { useAction } from '@/ui/use-action';

/** How one is told: mail at once or gathered, and not by night. The times are those of one's own zone. */
export function NotificationForm({ preferences }: { preferences: NotificationPreferences }) {
  const t = useTranslations('reminders.told');
  const { busy, run } = useAction();
  const { mail, digest, digestAt, quiet } = preferences;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const body = {
      mail: form['how'] !== 'never',
      ...(form['how'] !== 'never' && { digest: form['how'] as NotificationPreferences['digest'] }),
      ...(form['digestAt'] && { digestAt: form['digestAt'] }),
      quiet: form['from'] && form['until'] ? { from: form['from'], until: form['until'] } : null,
    };
    void run(() => answer(browserApi.PATCH('/api/v1/me/notification-preferences', { body })), t('saved'));
  }

  return (
    <form className="vform" onSubmit={submit}>
      <div className="field">
        <LabelLine of="how">{t('mail')}</LabelLine>
        <span className="inp inp--words">
          <select id="how" name="how" defaultValue={mail ? digest : 'never'}>
            {(['none', 'daily', 'weekly', 'never'] as const).map((how) => (
              <option key={how} value={how}>
                {t(`how.${how}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <TimeField name="digestAt" label={t('digestAt')} value={digestAt} />
      <TimeField name="from" label={t('quietFrom')} value={quiet?.from} />
      <TimeField name="until" label={t('quietUntil')} value={quiet?.until} />
      <div className="vform__ft">
        <button className="btn btn--go btn--tap" disabled={busy}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}

function TimeField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div className="field">
      <LabelLine of={name}>{label}</LabelLine>
      <span className="inp">
        <input id={name} name={name} type="time" defaultValue={value} />
      </span>
    </div>
  );
}
