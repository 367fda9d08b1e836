'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

interface RemoveTariffProps {
  readonly vehicleId: string;
  readonly tariffId: string;
  readonly name: string;
}

/** Takes a tariff away: what charges cost by it stays as it is. */
export function RemoveTariff({ vehicleId, tariffId, name }: RemoveTariffProps) {
  const t = useTranslations('tariffs');
  const { busy, run } = useAction();
  const path = { vehicleId, tariffId };
  const remove = () =>
    answer(browserApi.DELETE('/api/v1/vehicles/{vehicleId}/tariffs/{tariffId}', { params: { path } }));
  return (
    <button
      type="button"
      className="btn"
      disabled={busy}
      aria-label={t('removeNamed', { name })}
      onClick={() => void run(remove, t('removed'))}
    >
      {t('remove')}
    </button>
  );
}
