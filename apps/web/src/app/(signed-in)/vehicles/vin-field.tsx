'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { VinReport } from '@/api/schema.gen';
import { differing, fill, standing, type Told } from './take-from-vin';
import { useVinReport } from './use-vin-report';
import { Field } from './vehicle-inputs';

interface VinFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
}

/** A VIN is read while it is typed: what it says is offered, and what a person has typed is asked about before it goes. */
export function VinField({ name, label, value, fault }: VinFieldProps) {
  const t = useTranslations('vin');
  const input = useRef<HTMLInputElement>(null);
  const { report, look } = useVinReport(value);
  const words = fault ?? (report?.valid === false ? t('impossible') : undefined);
  return (
    <Field
      {...{ name, label, fault: words, wide: true }}
      hint={t('hint')}
      beneath={
        <div id="vin-says" className="vin__says" aria-live="polite">
          {report?.valid && (
            <Says key={report.vin} report={report} form={() => input.current?.form ?? null} />
          )}
        </div>
      }
    >
      <input
        ref={input}
        id={name}
        name={name}
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={24}
        aria-invalid={words !== undefined}
        aria-describedby={`${name}-fault vin-says`}
        onInput={({ currentTarget }) => look(currentTarget.value)}
        className="vin num"
      />
    </Field>
  );
}

function Says({ report, form }: { report: VinReport; form: () => HTMLFormElement | null }) {
  const t = useTranslations('vin');
  const fields = useTranslations('vehicleForm.fields');
  const energies = useTranslations('energies');
  const [asked, setAsked] = useState<readonly Told[]>([]);
  const [taken, setTaken] = useState(false);
  const { make, model, year, trim, engine, checkDigit } = report;
  const fuel = report.energies.map((energy) => energies(energy as 'petrol'));
  const said = [[year, make, model, trim].filter(Boolean).join(' '), engine, ...fuel].filter(Boolean);

  function take() {
    const at = form();
    if (!at) return;
    fill(at, standing(at, report));
    setAsked(differing(at, report));
    setTaken(true);
  }

  return (
    <>
      {checkDigit && !checkDigit.agrees && (
        <p className="t-soon">
          {t('checkDigit', { found: checkDigit.found, expected: checkDigit.expected })}
        </p>
      )}
      {said.length === 0 && <p>{t('unknown')}</p>}
      {said.length > 0 && !taken && (
        <p className="vin__offer">
          <span>{t('says', { said: said.join(', ') })}</span>
          <button type="button" className="btn" onClick={take}>
            {t('take')}
          </button>
        </p>
      )}
      {taken && asked.length === 0 && <p>{t('taken')}</p>}
      {asked.map((told) => (
        <p key={told.name} className="vin__offer">
          <span>{t('differs', { field: fields(told.name), typed: told.typed, said: told.said })}</span>
          <button
            type="button"
            className="btn"
            onClick={() => {
              const at = form();
              if (at) fill(at, [told]);
              setAsked(asked.filter(({ name }) => name !== told.name));
            }}
          >
            {t('replace')}
          </button>
        </p>
      ))}
    </>
  );
}
