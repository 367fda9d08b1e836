'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import type { Transfer } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

/** What became of each offer; an open one can be taken back. */
export function OfferList({ transfers }: { transfers: readonly Transfer[] }) {
  const t = useTranslations('handOver');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const revoke = ({ vehicleId, id: transferId }: Transfer) => {
    const params = { path: { vehicleId, transferId } };
    return answer(browserApi.DELETE('/api/v1/vehicles/{vehicleId}/transfers/{transferId}', { params }));
  };
  return (
    <section className="sec" aria-labelledby="offers">
      <h2 id="offers">{t('offers')}</h2>
      <ul className="list handover__list">
        {transfers.map((transfer) => (
          <li key={transfer.id}>
            <p>
              {transfer.email}
              <br />
              <span className="sm muted">
                {t(`status.${transfer.status}`, {
                  until: format.dayMonthYear(format.dayOf(transfer.expiresAt)),
                })}
              </span>
            </p>
            {transfer.status === 'pending' && (
              <button
                type="button"
                className="btn"
                disabled={busy}
                onClick={() => void run(() => revoke(transfer), t('revoked'))}
              >
                {t('revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
