'use client';

import { Building2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { Account, Instance } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi, publicApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';
import { ConfirmButton } from '../members/confirm-button';

type Linked = Account['providers'][number];

interface ProviderLinksProps {
  /** Those at which one can sign in. */
  readonly offered: Instance['identityProviders'];
  readonly linked: readonly Linked[];
}

/** The identity providers elsewhere that sign the person in, and those that could. */
export function ProviderLinks({ offered, linked }: ProviderLinksProps) {
  const t = useTranslations('security');
  const others = offered.filter(({ id }) => linked.every((link) => link.id !== id));
  return (
    <ul className="people" aria-label={t('providers')}>
      {linked.map((link) => (
        <LinkedRow key={link.linkId} link={link} />
      ))}
      {others.map((provider) => (
        <OfferedRow key={provider.id} {...provider} />
      ))}
    </ul>
  );
}

function LinkedRow({ link: { linkId, name, linkedAt } }: { link: Linked }) {
  const t = useTranslations('security');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const unlink = () =>
    run(
      () =>
        answer(browserApi.DELETE('/api/v1/me/account/providers/{linkId}', { params: { path: { linkId } } })),
      t('unlinked', { name }),
    );
  return (
    <li>
      <Building2 className="i i-lg" aria-hidden="true" />
      <div className="people__who">
        <p>{name}</p>
        <small>{t('linkedOn', { date: format.dayMonthYear(format.dayOf(linkedAt)) })}</small>
      </div>
      <ConfirmButton
        label={t('unlink')}
        confirm={t('unlinkReally', { name })}
        disabled={busy}
        onConfirm={() => void unlink()}
      />
    </li>
  );
}

const here = '/settings/security';

function OfferedRow({ id: provider, name }: Instance['identityProviders'][number]) {
  const t = useTranslations('security');
  const { busy, run } = useAction();
  const [isLeaving, setLeaving] = useState(false);
  const link = () =>
    run(async () => {
      const body = { provider, callbackURL: here, errorCallbackURL: here };
      const { url } = await answer(publicApi.POST('/api/auth/link-social', { body }));
      setLeaving(true);
      window.location.assign(url);
    });
  return (
    <li>
      <Building2 className="i i-lg" aria-hidden="true" />
      <div className="people__who">
        <p>{name}</p>
        <small>{t('notLinked')}</small>
      </div>
      <button
        type="button"
        className="btn btn--tap"
        aria-label={t('linkTo', { name })}
        disabled={busy || isLeaving}
        onClick={() => void link()}
      >
        {t('link')}
      </button>
    </li>
  );
}
