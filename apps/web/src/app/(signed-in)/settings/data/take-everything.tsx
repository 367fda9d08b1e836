'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import { movingFetch } from '@/api/moving-fetch';
import { saveFile } from '@/charts/save-file';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

/** All that the tenant has, as one archive; it takes as long as it takes. */
export function TakeEverything({ tenant }: { readonly tenant: string }) {
  const t = useTranslations('data');
  const { busy, run } = useAction();
  const take = async () => {
    const call = browserApi.GET('/api/v1/archive', { parseAs: 'blob', fetch: movingFetch });
    saveFile(`${tenant}.zip`, (await answer<Blob | string>(call)) as Blob);
  };
  return (
    <div className="sec__acts">
      <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void run(take)}>
        <FileDown className="i" />
        {t(busy ? 'takingEverything' : 'takeEverything')}
      </button>
    </div>
  );
}
