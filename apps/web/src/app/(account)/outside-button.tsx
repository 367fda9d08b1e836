'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { thenTo } from '@/address/way-back';
import { forgetWrites } from '@/session/last-write';

interface OutsideButtonProps {
  readonly provider: string;
  readonly page: string | undefined;
  readonly children: ReactNode;
}

/** Leaves for another identity provider, which sends the person back signed in: to the page that was asked for, or home. */
export function OutsideButton({ provider, page, children }: OutsideButtonProps) {
  const t = useTranslations('account.outside');
  const [isLeaving, setLeaving] = useState(false);
  const [isAway, setAway] = useState(false);

  async function leave() {
    setLeaving(true);
    setAway(false);
    forgetWrites();
    const address = await addressAt(provider, page);
    if (address) return window.location.assign(address);
    setLeaving(false);
    setAway(true);
  }

  return (
    <>
      <button type="button" className="btn btn--big" disabled={isLeaving} onClick={() => void leave()}>
        {children}
      </button>
      {isAway && (
        <p role="alert" className="sm t-overdue">
          {t('problem.away')}
        </p>
      )}
    </>
  );
}

async function addressAt(provider: string, page: string | undefined): Promise<string | undefined> {
  const response = await fetch('/api/auth/sign-in/social', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      provider,
      callbackURL: page ?? '/',
      errorCallbackURL: thenTo('/sign-in', page),
    }),
  }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return ((await response.json()) as { url?: string }).url;
}
