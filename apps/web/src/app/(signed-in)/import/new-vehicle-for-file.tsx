'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Preferences, Vehicle } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { describedBy } from '@/ui/described-by';
import { FieldFault } from '@/ui/field-fault';
import { useOwnFault } from '@/ui/use-own-fault';
import { useProblemWords } from '@/ui/use-problem-words';
import { nameInFile } from './name-in-file';

interface NewVehicleForFileProps {
  readonly file: File;
  readonly preferences: Preferences;
  readonly onCreated: (vehicle: Vehicle) => void;
}

/** A history needs a vehicle: in an empty garage a name makes one. */
export function NewVehicleForFile({ file, preferences, onCreated }: NewVehicleForFileProps) {
  const t = useTranslations('import');
  const problemWords = useProblemWords();
  const own = useOwnFault();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const nickname = String(new FormData(event.currentTarget).get('nickname')).trim();
    const { currency, distanceUnit, volumeUnit, timeZone } = preferences;
    try {
      const body = { nickname, currency, distanceUnit, volumeUnit, timeZone };
      onCreated(await answer(browserApi.POST('/api/v1/vehicles', { body })));
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  const fault = own.fault ?? problem;
  return (
    <form className="import__vehicle" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="nickname">{t('whose')}</label>
        <span className={fault ? 'inp inp--words inp--bad' : 'inp inp--words'}>
          <input
            id="nickname"
            name="nickname"
            required
            maxLength={120}
            defaultValue={nameInFile(file.name)}
            aria-invalid={fault !== undefined}
            aria-describedby={describedBy('nickname', { fault })}
            onInvalid={own.onInvalid}
            onInput={() => {
              own.forget();
              setProblem(undefined);
            }}
          />
        </span>
        <FieldFault id="nickname-fault" own={own.fault} problem={problem} className="fault" />
      </div>
      <button className="btn btn--go btn--tap" disabled={busy}>
        {t('addAndCheck')}
      </button>
    </form>
  );
}
