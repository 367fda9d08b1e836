'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Garage, NewVehicle, Preferences, Vehicle } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useFaultWords } from '@/quick-add/use-fault-words';
import { useRefresh } from '@/refresh/refresh';
import { useProblemWords } from '@/ui/use-problem-words';
import { useToldWords } from '@/ui/use-told-words';
import type { Named } from '../named-currencies';
import { EnergyChips } from './energy-chips';
import { KindPicker } from './kind-picker';
import { freshVehicle, vehicleFrom } from './vehicle-fields';
import { useCatalogue } from './use-catalogue';
import { SelectField, TextField } from './vehicle-inputs';
import { VinField } from './vin-field';

interface VehicleFormProps {
  readonly vehicle?: Vehicle;
  readonly preferences: Preferences;
  readonly garages: readonly Garage[];
  /** Whether it may stand in no garage: not where one manages a garage only. */
  readonly mayStandAlone: boolean;
  readonly currencies: readonly Named[];
}

/** All that is said about a vehicle. A nickname is enough. */
export function VehicleForm(props: VehicleFormProps) {
  const { vehicle, preferences, garages, mayStandAlone, currencies } = props;
  const t = useTranslations('vehicleForm');
  const known: Partial<Vehicle> = vehicle ?? freshVehicle(preferences);
  const { submit, busy, problem, faults } = useVehicleForm(vehicle);
  const { makes, models, years, suggestMakes, suggestModels, suggestYears } = useCatalogue();
  const field = (name: keyof Vehicle & string) => ({
    name,
    label: t(`fields.${name}` as 'fields.make'),
    value: String(known[name] ?? ''),
    fault: faults[name],
  });
  return (
    <form className="vform" onSubmit={(event) => void submit(event)}>
      <KindPicker value={known.kind ?? 'car'} />
      <TextField {...field('nickname')} required wide hint={t('nicknameHint')} />
      <VinField {...field('vin')} />
      <TextField {...field('make')} list={makes} onInput={suggestMakes} />
      <TextField {...field('model')} list={models} onInput={suggestModels} onFocus={suggestModels} />
      <TextField
        {...field('year')}
        list={years}
        onFocus={suggestYears}
        onInput={suggestYears}
        inputMode="numeric"
        pattern="\d{4}"
        hint={t('yearHint')}
      />
      <TextField {...field('trim')} />
      <TextField {...field('engine')} />
      <TextField
        {...field('batteryWh')}
        name="battery"
        value={known.batteryWh ? String(known.batteryWh / 1000) : ''}
        inputMode="decimal"
        pattern="\d{1,4}([.,]\d{1,3})?"
        hint={t('batteryHint')}
      />
      <TextField {...field('color')} />
      <TextField {...field('licensePlate')} />
      <EnergyChips values={known.energies ?? []} />
      <SelectField
        {...field('distanceUnit')}
        options={['km', 'mi'].map((value) => ({ value, label: t(`unit.${value as 'km'}`) }))}
      />
      <SelectField
        {...field('volumeUnit')}
        options={['L', 'gal-us', 'gal-uk'].map((value) => ({ value, label: t(`unit.${value as 'L'}`) }))}
      />
      <SelectField {...field('currency')} options={currencies} />
      <TextField {...field('timeZone')} required list={timeZones()} hint={t('timeZoneHint')} />
      {garages.length > 0 && (
        <SelectField
          {...field('garageId')}
          options={[
            ...(mayStandAlone ? [{ value: '', label: t('noGarage') }] : []),
            ...garages.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <div className="vform__ft">
        <p role="alert" className="fault">
          {problem}
        </p>
        <button className="btn btn--go btn--tap" disabled={busy}>
          {vehicle ? t('save') : t('add')}
        </button>
      </div>
    </form>
  );
}

const timeZones = () => Intl.supportedValuesOf('timeZone');

function useVehicleForm(vehicle: Vehicle | undefined) {
  const t = useTranslations('vehicleForm');
  const router = useRouter();
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const toldWords = useToldWords();
  const faultWords = useFaultWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    setFaults({});
    try {
      const saved = await save(vehicle, vehicleFrom(new FormData(event.currentTarget)));
      toast({ words: toldWords(saved.warnings?.[0]) ?? t('saved', { nickname: saved.nickname }) });
      router.push(`/vehicles/${saved.id}`);
      refresh();
    } catch (error) {
      const found = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
      setFaults(Object.fromEntries(found.map((fault) => [fault.pointer.split('/')[1], faultWords(fault)])));
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  return { submit, busy, problem, faults };
}

function save(vehicle: Vehicle | undefined, body: NewVehicle): Promise<Vehicle> {
  if (!vehicle) return answer(browserApi.POST('/api/v1/vehicles', { body }));
  const params = { path: { vehicleId: vehicle.id } };
  return answer(browserApi.PATCH('/api/v1/vehicles/{vehicleId}', { params, body }));
}
