'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReminderDialog, type RemindableVehicle } from './reminder-dialog';

interface AddReminderProps {
  readonly vehicles: readonly RemindableVehicle[];
  readonly chosen?: string | undefined;
  readonly icon?: boolean;
}

/** The button that asks what to be reminded of. */
export function AddReminder({ vehicles, chosen, icon = false }: AddReminderProps) {
  const t = useTranslations('reminders');
  const [open, setOpen] = useState(false);
  const vehicle = vehicles.find(({ id }) => id === chosen) ?? vehicles[0];
  return (
    <>
      {icon ? (
        <button
          type="button"
          className="btn btn--quiet btn--icon"
          aria-label={t('add')}
          onClick={() => setOpen(true)}
        >
          <Plus className="i i-lg" />
        </button>
      ) : (
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          <Plus className="i" />
          {t('add')}
        </button>
      )}
      {open && vehicle && (
        <ReminderDialog vehicles={vehicles} first={vehicle} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
