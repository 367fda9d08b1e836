'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { publicApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('accountSettings');
  const refresh = useRefresh();
  const toast = useToast();
  const send = useCallback(
    async (body: { name: string }) => {
      await answer(publicApi.POST('/api/auth/update-user', { body }));
      toast({ words: t('saved') });
      refresh();
    },
    [refresh, t, toast],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form key={name} className="settle" onSubmit={onSubmit}>
      <PlainField name="name" label={t('yourName')} defaultValue={name} autoComplete="name" maxLength={120} />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--tap" disabled={busy}>
        {t('save')}
      </button>
    </form>
  );
}
