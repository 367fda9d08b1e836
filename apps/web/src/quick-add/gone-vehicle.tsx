'use client';

import { useTranslations } from 'next-intl';
import { DiscardButton } from '@/waiting/discard-button';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { LoggableVehicle } from './loggable-vehicle';

interface GoneVehicleProps {
  readonly entry: WaitingEntry;
  readonly vehicles: readonly LoggableVehicle[];
  readonly onVehicle: (id: string) => void;
  readonly onDiscarded: () => void;
}

/** The vehicle of an entry that waited was removed, or another person drives it now: it goes elsewhere, or away. A correction has nowhere else to go. */
export function GoneVehicle({ entry, vehicles, onVehicle, onDiscarded }: GoneVehicleProps) {
  const t = useTranslations('quickAdd');
  const elsewhere = entry.corrects ? [] : vehicles;
  return (
    <div className="sheet__bd">
      <div className="sheet__a">
        <p>
          <b>{entry.item.summary}</b>
        </p>
        <p>{t(entry.corrects ? 'goneCorrection' : 'gone', { name: entry.vehicleName })}</p>
        <div className="pick">
          {elsewhere.map(({ id, nickname }) => (
            <button key={id} type="button" className="chip" onClick={() => onVehicle(id)}>
              {nickname}
            </button>
          ))}
        </div>
        <DiscardButton entry={entry} className="link sm" onDiscarded={onDiscarded}>
          {t('discard')}
        </DiscardButton>
      </div>
    </div>
  );
}
