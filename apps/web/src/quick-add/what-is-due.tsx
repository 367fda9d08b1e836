'use client';

import { distanceM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { DueWords } from '@/ui/due-words';
import { StateWords } from '@/ui/state-words';
import type { Draft } from './draft';
import { dueThen } from './due-then';
import type { LoggableVehicle } from './loggable-vehicle';
import { useOpenReminders } from './use-open-reminders';

/** Beside the form: what is due at the reading that is typed, and what the entry settles of it. */
export function WhatIsDue({ vehicle, draft }: { vehicle: LoggableVehicle; draft: Draft }) {
  const t = useTranslations('beside');
  const { format } = useViewer();
  const reminders = useOpenReminders(vehicle.id);
  const due = dueThen(reminders, draft, vehicle.odometer && distanceM(vehicle.odometer));
  if (due.length === 0) return null;
  const { odometer } = draft;
  return (
    <section className="beside">
      <p className="sm muted">
        {typeof odometer?.value === 'number'
          ? t('at', { reading: Object.values(format.distance(odometer)).join(' ') })
          : t('due')}
      </p>
      <dl className="kv">
        {due.map((each) => (
          <div key={each.id}>
            <dt>{each.title}</dt>
            <dd>
              {each.due ? (
                <DueWords due={each.due} format={format} />
              ) : (
                <StateWords state="ok">{t('settled')}</StateWords>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
