'use client';

import { eventType, turnsLife } from '@odolog/events';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { TimelineItem } from '@/api/schema.gen';
import { useIsWide } from '@/ui/use-is-wide';
import type { Draft } from './draft';
import { EconomyPreview } from './economy-preview';
import type { FormValues } from './form-values';
import { LastTime } from './last-time';
import type { LoggableVehicle } from './loggable-vehicle';
import { TariffCost } from './tariff-cost';
import { WhatIsDue } from './what-is-due';

interface BesideFormProps {
  readonly vehicle: LoggableVehicle;
  readonly fills: readonly TimelineItem[];
  readonly correct: TimelineItem | undefined;
  readonly recordingOf: (values: FormValues) => Draft;
}

/** What an entry will mean, as it is typed. On a phone only what it will cost, give or end: there is room for the form. */
export function BesideForm({ vehicle, fills, correct, recordingOf }: BesideFormProps) {
  const t = useTranslations('parting');
  const draft = recordingOf(useWatch<FormValues>() as FormValues);
  const isWide = useIsWide();
  const isFill = draft.data.fill !== undefined;
  const isReminder = eventType(draft.type)?.family === 'reminder';
  if (turnsLife(draft.type))
    return <p className="prev sm muted">{t(`words.${draft.type}` as 'words.sold')}</p>;
  return (
    <>
      {eventType(draft.type)?.chargeSession && <TariffCost vehicle={vehicle} draft={draft} />}
      {isFill && <EconomyPreview vehicle={vehicle} fills={fills} draft={draft} />}
      {isWide && !isFill && !isReminder && (
        <LastTime vehicleId={vehicle.id} draft={draft} instead={correct?.id} />
      )}
      {isWide && <WhatIsDue vehicle={vehicle} draft={draft} />}
    </>
  );
}
