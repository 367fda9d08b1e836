'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { Share } from '@/api/schema.gen';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { SentLink } from '@/ui/sent-link';
import { useProblemWords } from '@/ui/use-problem-words';
import { OpenShares } from './open-shares';
import { ShareForm, type WantedShare } from './share-form';

interface ShareLinksProps {
  readonly vehicleId: string;
  readonly shares: readonly Share[];
}

/** Links for a buyer: what they show is chosen, and they can be closed at any time. */
export function ShareLinks({ vehicleId, shares }: ShareLinksProps) {
  const t = useTranslations('proof');
  const refresh = useRefresh();
  const toast = useToast();
  const words = useProblemWords();
  const [url, setUrl] = useState<string>();
  const attempt = async (work: () => Promise<void>) => {
    await work().catch((error: unknown) => toast({ words: words(error) }));
    refresh();
  };
  const make = (body: WantedShare) =>
    attempt(async () => {
      const path = { vehicleId };
      const made = await answer(
        browserApi.POST('/api/v1/vehicles/{vehicleId}/shares', { params: { path }, body }),
      );
      setUrl(made.url);
    });
  const revoke = (shareId: string) =>
    attempt(async () => {
      const path = { vehicleId, shareId };
      await answer(browserApi.DELETE('/api/v1/vehicles/{vehicleId}/shares/{shareId}', { params: { path } }));
    });
  return (
    <section className="sec proof__shares">
      <h2>{t('shareTitle')}</h2>
      <p className="muted">{t('shareWords')}</p>
      <ShareForm onMake={(wanted) => void make(wanted)} />
      {url && <SentLink words={t('link')} link={url} label={t('linkLabel')} />}
      <OpenShares shares={shares} onRevoke={(shareId) => void revoke(shareId)} />
    </section>
  );
}
