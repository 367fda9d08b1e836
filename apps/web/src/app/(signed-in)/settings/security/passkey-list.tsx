'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Account } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { useRefresh } from '@/refresh/refresh';
import { publicApi } from '@/session/browser-session';
import { addPasskey } from '@/session/passkeys';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { useFormAction } from '@/ui/use-form-action';
import { ConfirmButton } from '../members/confirm-button';

interface PasskeyListProps {
  readonly passkeys: Account['passkeys'];
  readonly mayAdd: boolean;
}

export function PasskeyList({ passkeys, mayAdd }: PasskeyListProps) {
  const t = useTranslations('security');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const remove = (id: string) =>
    run(
      () => answer(publicApi.POST('/api/auth/passkey/delete-passkey', { body: { id } })),
      t('passkeyRemoved'),
    );
  return (
    <>
      {passkeys.length > 0 && (
        <ul className="people" aria-label={t('passkeys')}>
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <KeyRound className="i i-lg" aria-hidden="true" />
              <div className="people__who">
                <p>{name ?? t('passkey')}</p>
                {createdAt && (
                  <small>{t('addedOn', { date: format.dayMonthYear(format.dayOf(createdAt)) })}</small>
                )}
              </div>
              <ConfirmButton
                label={t('remove')}
                confirm={t('removePasskey')}
                disabled={busy}
                onConfirm={() => void remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddPasskey />}
    </>
  );
}

function AddPasskey() {
  const t = useTranslations('security');
  const refresh = useRefresh();
  const send = useCallback(
    async ({ passkeyName }: { passkeyName: string }) => {
      await addPasskey(passkeyName).catch((error: unknown) => {
        throw error instanceof ApiProblem ? error : notMade;
      });
      refresh();
    },
    [refresh],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form className="settle" onSubmit={onSubmit}>
      <PlainField
        name="passkeyName"
        label={t('passkeyName')}
        hint={t('passkeyNameHint')}
        autoComplete="off"
        maxLength={60}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--tap" disabled={busy}>
        {t('addPasskey')}
      </button>
    </form>
  );
}

/** The browser says for a dozen reasons that it made none; to a person they are one. */
const notMade = new ApiProblem({ code: 'passkey', title: '', status: 0, reason: 'PASSKEY_NOT_MADE' });
