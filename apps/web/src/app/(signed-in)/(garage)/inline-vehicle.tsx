'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Preferences } from '@/api/schema.gen';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { describedBy } from '@/ui/described-by';
import { FieldFault } from '@/ui/field-fault';
import { LabelLine } from '@/ui/label-line';
import { useOwnFault } from '@/ui/use-own-fault';
import { useProblemWords } from '@/ui/use-problem-words';
import { vehicleNamed } from './vehicle-named';

/** One field is enough for a vehicle: a name, or the VIN. */
export function InlineVehicle({ preferences }: { preferences: Preferences }) {
  const t = useTranslations('firstRun');
  const problemWords = useProblemWords();
  const router = useRouter();
  const refresh = useRefresh();
  const own = useOwnFault();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('vehicle'));
    const { currency, distanceUnit, volumeUnit, timeZone } = preferences;
    setBusy(true);
    try {
      const body = { ...(await vehicleNamed(text)), currency, distanceUnit, volumeUnit, timeZone };
      const vehicle = await answer(browserApi.POST('/api/v1/vehicles', { body }));
      router.push(`/vehicles/${vehicle.id}`);
      refresh();
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  const fault = own.fault ?? problem;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="field">
        <LabelLine of="vehicle" hint={t('fieldHint')}>
          {t('field')}
        </LabelLine>
        <span className={`inp inp--words${fault ? ' inp--bad' : ''}`}>
          <input
            id="vehicle"
            name="vehicle"
            required
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            placeholder="TMBJR9NX4M…"
            aria-invalid={fault !== undefined}
            aria-describedby={describedBy('vehicle', { hint: true, fault })}
            onInvalid={own.onInvalid}
            onInput={() => {
              own.forget();
              setProblem(undefined);
            }}
          />
        </span>
        <FieldFault id="vehicle-fault" own={own.fault} problem={problem} className="sm t-overdue" />
      </div>
      <button className="btn btn--go btn--tap" disabled={busy}>
        {t('add')}
      </button>
    </form>
  );
}
