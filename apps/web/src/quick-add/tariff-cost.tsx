'use client';

import { eventType } from '@odolog/events';
import { priceCharge } from '@odolog/vehicle';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import type { Tariff } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { PricedParts } from '@/ui/priced-parts';
import type { Draft } from './draft';
import type { LoggableVehicle } from './loggable-vehicle';
import { faultsOf } from './resolve-recording';

interface TariffCostProps {
  readonly vehicle: LoggableVehicle;
  readonly draft: Draft;
}

/** Beside the form of a charge: what the tariff of its site makes of it, as it is typed. A total takes its place. */
export function TariffCost({ vehicle, draft }: TariffCostProps) {
  const t = useTranslations('tariffCost');
  const { format } = useViewer();
  const tariffs = useTariffs(vehicle.id);
  const session = tariffs && sessionOf(draft);
  if (!session) return null;
  const priced = priceCharge(session, tariffs);
  if (priced) return <PricedParts priced={priced} format={format} />;
  return (
    <section className="prev" aria-live="polite">
      <p className="sm muted">{t('title')}</p>
      <p className="prev__why">
        {t('none')}{' '}
        <Link className="link" href={`/vehicles/${vehicle.id}/tariffs`}>
          {t('enter')}
        </Link>
      </p>
    </section>
  );
}

/** Of what can be saved, and says no total. */
function sessionOf(draft: Draft) {
  return faultsOf(draft).length === 0 ? eventType(draft.type)?.chargeSession?.({ ...draft.data }) : null;
}

/** Undefined until they are known; without a connection the server prices alone. */
function useTariffs(vehicleId: string): readonly Tariff[] | undefined {
  const [tariffs, setTariffs] = useState<readonly Tariff[]>();
  useEffect(() => {
    let wanted = true;
    const path = { vehicleId };
    everyItem((query) =>
      answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/tariffs', { params: { path, query } })),
    )
      .then((known) => wanted && setTariffs(known))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [vehicleId]);
  return tariffs;
}
