'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

/** Brings a vehicle that was removed back into the garage, with all of its history. */
export function RestoreVehicle({ vehicleId, nickname }: { vehicleId: string; nickname: string }) {
  const t = useTranslations('parting');
  const router = useRouter();
  const { busy, run } = useAction();
  async function restore() {
    const params = { path: { vehicleId } };
    const isBack = await run(() =>
      answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/restore', { params })),
    );
    if (isBack) router.push(`/vehicles/${vehicleId}`);
  }
  return (
    <button
      type="button"
      className="btn"
      aria-label={t('restoreNamed', { vehicle: nickname })}
      disabled={busy}
      onClick={() => void restore()}
    >
      {t('restore')}
    </button>
  );
}
