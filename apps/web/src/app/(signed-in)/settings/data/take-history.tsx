'use client';

import { FileDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSealing } from '../../vehicles/[vehicleId]/proof/use-sealing';

interface TakeHistoryProps {
  readonly vehicleId: string;
  readonly nickname: string;
}

/** Every entry of a vehicle with all that was ever corrected in it, as one file. */
export function TakeHistory({ vehicleId, nickname }: TakeHistoryProps) {
  const t = useTranslations('data');
  const seal = useSealing(vehicleId, `${nickname}.json`);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    await seal();
    setBusy(false);
  };
  return (
    <button
      type="button"
      className="btn list__act"
      disabled={busy}
      aria-label={t('takeNamed', { nickname })}
      onClick={() => void take()}
    >
      <FileDown className="i" />
      {t('take')}
    </button>
  );
}
