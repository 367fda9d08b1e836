'use client';

import { FileDown, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { ChainCheck } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { useSealing } from './use-sealing';

interface ProofToolsProps {
  readonly vehicleId: string;
  readonly last: ChainCheck | null;
}

/** Verify and seal. */
export function ProofTools({ vehicleId, last }: ProofToolsProps) {
  const t = useTranslations('proof');
  const toast = useToast();
  const words = useProblemWords();
  const { format, preferences } = useViewer();
  const [check, setCheck] = useState(last);
  const at = { params: { path: { vehicleId } } };
  const attempt = (work: () => Promise<void>) => () =>
    void work().catch((error: unknown) => toast({ words: words(error) }));
  const verify = attempt(async () => {
    setCheck(await answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/verification', at)));
  });
  const seal = useSealing(vehicleId, 'history.json');
  return (
    <section className="sec">
      <h2>{t('proofTitle')}</h2>
      <p aria-live="polite" className={check && !check.unchanged ? 'text-overdue' : 'muted'}>
        {!check && t('neverChecked')}
        {check?.unchanged &&
          t('holds', { events: check.version, at: format.moment(check.checkedAt, preferences.timeZone) })}
        {check?.fault && t(`fault.${check.fault.what}`, { version: check.fault.version })}
      </p>
      <div className="proof__tools">
        <button type="button" className="btn btn--tap" onClick={verify}>
          <ShieldCheck className="i" /> {t('verify')}
        </button>
        <button type="button" className="btn btn--tap" onClick={() => void seal()}>
          <FileDown className="i" /> {t('seal')}
        </button>
      </div>
    </section>
  );
}
