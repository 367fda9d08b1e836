'use client';

import { KeyRound } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { ApiKey } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from '../members/confirm-button';

interface KeyListProps {
  readonly keys: readonly ApiKey[];
  /** Whose own keys need no name beside them. */
  readonly viewerId: string;
}

export function KeyList({ keys, viewerId }: KeyListProps) {
  return (
    <ul className="people">
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} isOwn={key.owner.id === viewerId} />
      ))}
    </ul>
  );
}

function KeyRow({ apiKey, isOwn }: { apiKey: ApiKey; isOwn: boolean }) {
  const t = useTranslations('apiKeys');
  const { list } = useFormatter();
  const { format } = useViewer();
  const { busy, run } = useAction();
  const { id: apiKeyId, name, prefix, scopes, owner, expiresAt, lastUsedAt } = apiKey;
  const day = (instant: string) => format.dayMonthYear(format.dayOf(instant));

  const revoke = () =>
    run(
      () => answer(browserApi.DELETE('/api/v1/api-keys/{apiKeyId}', { params: { path: { apiKeyId } } })),
      t('revoked', { name }),
    );

  return (
    <li>
      <span className="av" aria-hidden="true">
        <KeyRound className="i" />
      </span>
      <div className="people__who">
        <p>{isOwn ? name : t('nameOf', { name, owner: owner.name })}</p>
        <small className="num">
          {t('about', {
            prefix,
            scopes: list(
              scopes.map((scope) => t(`scope.${scope}`)),
              { type: 'unit' },
            ),
          })}
        </small>
        <small>
          {t(lastUsedAt ? 'lastUsed' : 'neverUsed', { day: lastUsedAt ? day(lastUsedAt) : '' })}
          {' · '}
          {t(expiresAt ? 'until' : 'noEnd', { day: expiresAt ? day(expiresAt) : '' })}
        </small>
      </div>
      <div className="people__acts">
        <ConfirmButton
          label={t('revoke')}
          confirm={t('revokeReally')}
          disabled={busy}
          onConfirm={() => void revoke()}
        />
      </div>
    </li>
  );
}
