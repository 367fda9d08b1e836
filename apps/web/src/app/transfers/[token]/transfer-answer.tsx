'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { OfferAnswer } from '@/offer/offer-answer';
import { browserApi, publicApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { workIn } from '@/session/tenant-choice';
import { LabelLine } from '@/ui/label-line';
import type { Place } from './places';

interface TransferAnswerProps {
  readonly token: string;
  readonly sentTo: string;
  readonly signedInAs: string | undefined;
  readonly places: readonly Place[];
}

/** Who accepts says where to, and goes on with the vehicle there. */
export function TransferAnswer({ places, ...props }: TransferAnswerProps) {
  const t = useTranslations('transfer');
  const [chosen, setChosen] = useState(0);
  const place = places[chosen];
  const params = { path: { transferToken: props.token } };
  const accept = async ({ tenantId, garageId }: Place, confirmAddress: boolean) => {
    await workIn(tenantId);
    const body = { garageId, confirmAddress };
    const { vehicleId, position } = await answer(
      browserApi.POST('/api/v1/transfers/{transferToken}/accept', { params, body }),
    );
    if (position > 0) rememberWrite(position);
    window.location.assign(`/vehicles/${vehicleId}`);
  };
  return (
    <OfferAnswer
      {...props}
      of="transfer"
      onAccept={place && ((confirmAddress) => accept(place, confirmAddress))}
      onDecline={() => answer(publicApi.POST('/api/v1/transfers/{transferToken}/decline', { params }))}
    >
      {places.length === 0 && <p className="sm">{t('nowhere')}</p>}
      {places.length > 1 && (
        <div className="field">
          <LabelLine of="place">{t('place')}</LabelLine>
          <span className="inp inp--words">
            <select id="place" value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
              {places.map(({ tenantId, garageId, name }, at) => (
                <option key={`${tenantId}${garageId}`} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        </div>
      )}
    </OfferAnswer>
  );
}
