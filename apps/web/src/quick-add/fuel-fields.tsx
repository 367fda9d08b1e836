'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Calendar, MapPin, NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useViewer } from '@/format/viewer-context';
import { useDetailWords } from '@/format/use-detail-words';
import { AsBefore } from './as-before';
import { NotesField, OdometerField, WhenFields } from './envelope-fields';
import { FillSummary } from './fill-summary';
import { FormField } from './form-field';
import type { FormValues } from './form-values';
import type { Habit } from './habit';
import type { LoggableVehicle } from './loggable-vehicle';
import { ThirdFields } from './third-fields';
import { useWhenWords } from './use-when-words';

export interface FuelFieldsProps {
  readonly vehicle: LoggableVehicle;
  readonly habit: Habit;
  /** The entry says how it was: neither habit nor the latest reading fits it. */
  readonly correcting: boolean;
  /** On the phone an odometer problem takes the room of all but the reading. */
  readonly folded: boolean;
  /** At what time it was is asked for. */
  readonly showsWhen: boolean;
  readonly onFoldWhen: () => void;
  readonly onUnfold: () => void;
  /** The earlier day that the form began at, as the entry before it. */
  readonly dayBefore: string | undefined;
}

/** The form at the pump: made by hand, since it is used with one. */
export function FuelFields(props: FuelFieldsProps) {
  const { vehicle, habit, correcting, folded, onUnfold } = props;
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  return (
    <>
      <OdometerField vehicle={vehicle} last={!correcting} />
      {folded && <FillSummary onUnfold={onUnfold} />}
      <ThirdFields vehicle={vehicle} habit={correcting ? null : habit} />
      <FillChoice />
      {habit.energies.length > 1 && <EnergyChoice energies={habit.energies} />}
      <MoreChips {...props} />
      <label className="toggle field--w">
        <span>{t('missedBefore')}</span>
        <input className="sw" type="checkbox" role="switch" {...register('data.missedPrevious')} />
      </label>
    </>
  );
}

function FillChoice() {
  const t = useTranslations('quickAdd');
  const { watch, setValue } = useFormContext<FormValues>();
  return (
    <div className="field field--w">
      <RadioGroup
        className="seg seg--tall"
        aria-label={t('fill')}
        value={String(watch('data.fill'))}
        onValueChange={(fill) => setValue('data.fill', String(fill), { shouldDirty: true })}
      >
        <Radio.Root value="full" nativeButton render={<button type="button" />}>
          {t('full')}
        </Radio.Root>
        <Radio.Root value="partial" nativeButton render={<button type="button" />}>
          {t('partial')}
        </Radio.Root>
      </RadioGroup>
    </div>
  );
}

function EnergyChoice({ energies }: { energies: readonly string[] }) {
  const t = useTranslations('quickAdd');
  const words = useDetailWords();
  const { register } = useFormContext<FormValues>();
  return (
    <FormField name="data.energy" label={t('energy')} wide box="inp--s">
      {(control) => (
        <select {...control} {...register('data.energy')}>
          {energies.map((energy) => (
            <option key={energy} value={energy}>
              {words.code(energy)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

/** When, where and notes: chips that say what holds, and open the fields to change it. */
function MoreChips({ vehicle, habit, correcting, showsWhen, onFoldWhen, dayBefore }: FuelFieldsProps) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { watch } = useFormContext<FormValues>();
  const whenWords = useWhenWords();
  const [opened, setOpen] = useState<readonly string[]>([]);
  const open = showsWhen ? [...opened, 'when'] : opened;
  const station = String(watch('data.station.name') ?? '');
  const toggle = (part: string) => {
    if (part === 'when') onFoldWhen();
    setOpen(open.includes(part) ? opened.filter((other) => other !== part) : [...opened, part]);
  };
  const chips = [
    { part: 'when', icon: Calendar, words: whenWords(watch('date'), watch('clock'), format) },
    { part: 'station', icon: MapPin, words: station || t('station') },
    { part: 'notes', icon: NotebookPen, words: t('notes') },
  ];
  return (
    <>
      <div className="field field--w">
        <div className="pick">
          {chips.map(({ part, icon: Icon, words }) => (
            <button
              key={part}
              type="button"
              className="chip"
              aria-expanded={open.includes(part)}
              onClick={() => toggle(part)}
            >
              <Icon className="i i-sm" />
              {words}
            </button>
          ))}
        </div>
      </div>
      <AsBefore vehicle={vehicle} day={dayBefore} />
      {open.includes('when') && <WhenFields correcting={correcting} />}
      {open.includes('station') && <StationField stations={habit.stations} />}
      {open.includes('notes') && <NotesField />}
    </>
  );
}

function StationField({ stations }: { stations: readonly string[] }) {
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  return (
    <FormField name="data.station.name" label={t('station')} hint={t('optional')} wide box="inp--s">
      {(control) => (
        <>
          <input
            {...control}
            list={`${control.id}-list`}
            autoComplete="off"
            {...register('data.station.name')}
          />
          <datalist id={`${control.id}-list`}>
            {stations.map((station) => (
              <option key={station} value={station} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
