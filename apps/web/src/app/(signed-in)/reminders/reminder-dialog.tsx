'use client';

import type { DistanceUnit } from '@odolog/units';
import { reminderTemplates, type ReminderTemplate } from '@odolog/vehicle';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { dayIn } from '@/format/today';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { FormDialog } from '@/ui/form-dialog';
import { LabelLine } from '@/ui/label-line';
import { ReminderFields } from './reminder-fields';
import { newReminderOf } from './new-reminder';

export interface RemindableVehicle {
  readonly id: string;
  readonly nickname: string | null;
  readonly kind: string;
  readonly energies: readonly string[];
  readonly distanceUnit: DistanceUnit;
  readonly timeZone: string;
}

interface ReminderDialogProps {
  readonly vehicles: readonly RemindableVehicle[];
  readonly first: RemindableVehicle;
  readonly onClose: () => void;
}

/** A reminder of one's own, or one of the usual services to begin from. */
export function ReminderDialog({ vehicles, first, onClose }: ReminderDialogProps) {
  const t = useTranslations('reminders');
  const refresh = useRefresh();
  const toast = useToast();
  const [vehicle, setVehicle] = useState(first);
  const templates = reminderTemplates(vehicle, dayIn(vehicle.timeZone));
  const [template, setTemplate] = useState<ReminderTemplate>();

  async function set(form: FormData) {
    const body = newReminderOf(form, vehicle.distanceUnit);
    const params = { path: { vehicleId: vehicle.id } };
    const { position, title } = await answer(
      browserApi.POST('/api/v1/vehicles/{vehicleId}/reminders', { params, body }),
    );
    rememberWrite(position);
    toast({ words: t('isSet', { title }) });
    refresh();
  }

  return (
    <FormDialog
      title={t('add')}
      words={t('addWords')}
      labels={{ confirm: t('set'), cancel: t('cancel') }}
      onSubmit={set}
      onClose={onClose}
    >
      {vehicles.length > 1 && (
        <div className="field">
          <LabelLine of="reminder-vehicle">{t('vehicle')}</LabelLine>
          <span className="inp inp--words">
            <select
              id="reminder-vehicle"
              value={vehicle.id}
              onChange={({ target }) => {
                setVehicle(vehicles.find(({ id }) => id === target.value) ?? first);
                setTemplate(undefined);
              }}
            >
              {vehicles.map(({ id, nickname }) => (
                <option key={id} value={id}>
                  {nickname}
                </option>
              ))}
            </select>
          </span>
        </div>
      )}
      <div className="field">
        <LabelLine of="reminder-template">{t('template')}</LabelLine>
        <span className="inp inp--words">
          <select
            id="reminder-template"
            value={template?.id ?? ''}
            onChange={({ target }) => setTemplate(templates.find(({ id }) => id === target.value))}
          >
            <option value="">{t('ownWords')}</option>
            {templates.map(({ id }) => (
              <option key={id} value={id}>
                {t(`templates.${id as 'tax'}`)}
              </option>
            ))}
          </select>
        </span>
      </div>
      <ReminderFields key={`${vehicle.id} ${template?.id}`} template={template} unit={vehicle.distanceUnit} />
    </FormDialog>
  );
}
