'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ImportDeclaration, Vehicle } from '@/api/schema.gen';
import type { Named } from '../named-currencies';
import type { Wizard } from './use-import';

interface DeclarationsProps {
  readonly wizard: Wizard;
  readonly vehicles: readonly Pick<Vehicle, 'id' | 'nickname' | 'currency' | 'timeZone'>[];
  readonly currencies: readonly Named[];
}

const distanceUnits = ['km', 'mi'] as const;
const volumeUnits = ['L', 'gal-us', 'gal-uk'] as const;
const energyUnits = ['kWh'] as const;
const dateOrders = ['ymd', 'dmy', 'mdy'] as const;

/** What the file says, and what it does not and a person has to. */
export function Declarations({ wizard, vehicles, currencies }: DeclarationsProps) {
  const t = useTranslations('import');
  const { vehicleId, declared, report } = wizard;
  const detected = report?.detected ?? {};
  const vehicle = vehicles.find(({ id }) => id === vehicleId);
  const say = (said: ImportDeclaration) => wizard.change({ declared: { ...declared, ...said } });
  const chosen = (name: keyof ImportDeclaration) => declared[name] ?? String(detected[name] ?? '');
  // A unit is asked for, and whose clock it is, where a charge stands in the file.
  const hasCharges = declared.energyUnit ?? report?.rows.some(({ code }) => code === 'energy-unit-unsaid');
  const timeZone = declared.timeZone ?? vehicle?.timeZone ?? 'UTC';
  const source = (name: keyof ImportDeclaration) => (declared[name] ? t('youSay') : t('fromTheFile'));
  return (
    <div className="opt">
      <Declaration
        label={t('vehicle')}
        hint={t('yours')}
        value={vehicleId ?? ''}
        onChange={(id) => wizard.change({ vehicleId: id })}
        options={vehicles.map(({ id, nickname }) => ({ value: id, label: nickname }))}
      />
      <Declaration
        label={t('currency')}
        hint={t(detected.currencyIn === 'rows' ? 'currencyInRows' : 'currencyUnsaid')}
        fault={wizard.faults.currency}
        value={declared.currency ?? vehicle?.currency ?? ''}
        onChange={(currency) => say({ currency })}
        options={currencies}
      />
      <Declaration
        label={t('distance')}
        hint={source('distanceUnit')}
        fault={wizard.faults.distanceUnit}
        value={chosen('distanceUnit')}
        onChange={(unit) => say({ distanceUnit: unit as 'km' })}
        options={distanceUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
      />
      {detected.volumeUnit !== null && (
        <Declaration
          label={t('volume')}
          hint={source('volumeUnit')}
          fault={wizard.faults.volumeUnit}
          value={chosen('volumeUnit')}
          onChange={(unit) => say({ volumeUnit: unit as 'L' })}
          options={volumeUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
      )}
      {hasCharges && (
        <>
          <Declaration
            label={t('charges')}
            hint={t('energyUnsaid')}
            value={declared.energyUnit ?? ''}
            onChange={(unit) => say({ energyUnit: unit as 'kWh' })}
            options={energyUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
          />
          <Declaration
            label={t('timeZone')}
            hint={declared.timeZone ? t('youSay') : t('ofTheVehicle')}
            value={timeZone}
            onChange={(zone) => say({ timeZone: zone })}
            options={zonesWith(timeZone).map((value) => ({ value, label: value }))}
          />
        </>
      )}
      <Declaration
        label={t('dates')}
        hint={source('dateOrder')}
        fault={wizard.faults.dateOrder}
        value={chosen('dateOrder')}
        onChange={(order) => say({ dateOrder: order as 'ymd' })}
        options={dateOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
      />
    </div>
  );
}

/** Those that the browser knows, and one that it may know by another name. */
function zonesWith(timeZone: string): string[] {
  return [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])];
}

interface DeclarationProps {
  readonly label: string;
  readonly hint: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly options: readonly Named[];
  readonly onChange: (value: string) => void;
}

function Declaration({ label, hint, fault, value, options, onChange }: DeclarationProps) {
  const t = useTranslations('import');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className={fault ? 'inp inp--s inp--bad' : 'inp inp--s'}>
        <select
          id={id}
          aria-describedby={`${id}-hint`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {value === '' && <option value="">{t('notSaid')}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
      <span id={`${id}-hint`} className={fault ? 'fault' : 'hint'}>
        {fault ?? hint}
      </span>
    </div>
  );
}
