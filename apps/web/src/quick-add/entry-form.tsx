'use client';

import { eventType } from '@odolog/events';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ApiProblem } from '@/api/api-problem';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { instantOf } from '@/format/today';
import { useViewer } from '@/format/viewer-context';
import { useProblemWords } from '@/ui/use-problem-words';
import { EconomyPreview } from './economy-preview';
import { ReasonField } from './envelope-fields';
import { FuelFields } from './fuel-fields';
import { recordingFrom, type FormValues } from './form-values';
import { GeneralFields } from './general-fields';
import { habitOf, useRecentFills } from './habit';
import { replacementFor, valuesFor } from './initial-values';
import { isOutOfOrder, type OutOfOrder } from './odometer-problem';
import { OdometerProblem } from './odometer-problem-view';
import { fieldOf, recordingResolver } from './resolve-recording';
import { SaveBar } from './save-bar';
import { TariffCost } from './tariff-cost';
import { TypePicker } from './type-picker';
import { useEntryWrites } from './use-entry-writes';
import { useFaultWords } from './use-fault-words';

interface EntryFormProps {
  readonly vehicle: Vehicle;
  readonly type: string | undefined;
  readonly correct: TimelineItem | undefined;
  /** What was typed before a neighbour had to be corrected. */
  readonly kept: FormValues | undefined;
  readonly onSaved: () => void;
  readonly onCorrectNeighbour: (neighbour: TimelineItem, values: FormValues) => void;
  /** The odometer was replaced: that entry comes first, then the one that was typed. */
  readonly onReplaced: (replacement: FormValues, values: FormValues) => void;
}

export function EntryForm(props: EntryFormProps) {
  const fills = useRecentFills(props.vehicle.id);
  // Habit fills in what is usual, so the fields wait for it: a moment, and only here.
  if (!fills) return <div className="sheet__bd sheet__bd--waiting" />;
  return <ReadyForm {...props} fills={fills} />;
}

function ReadyForm(props: EntryFormProps & { fills: readonly TimelineItem[] }) {
  const { vehicle, correct, kept, fills, onCorrectNeighbour, onReplaced } = props;
  const { preferences } = useViewer();
  const habit = habitOf(fills, vehicle);
  const faultWords = useFaultWords();
  const sending = {
    locale: preferences.locale,
    instantOf: (date: string, clock: string) => instantOf(date, clock, vehicle.timeZone),
  };
  const recordingOf = (values: FormValues) => recordingFrom(values, sending);
  const home = { vehicle, locale: preferences.locale, habit };
  const form = useForm<FormValues>({
    defaultValues: kept ?? valuesFor(correct ?? props.type ?? 'fuel', home),
    resolver: recordingResolver({ recordingOf, words: faultWords, reasonNeeded: correct !== undefined }),
    mode: 'onTouched',
  });
  const saving = useSaving(props, form.setError);
  const type = form.watch('type');
  const save = form.handleSubmit((values) => saving.save(values, recordingOf(values)));

  return (
    <FormProvider {...form}>
      <form
        className={saving.outOfOrder ? 'sheet__bd sheet--bad' : 'sheet__bd'}
        noValidate
        onSubmit={(event) => void save(event)}
      >
        <div className="sheet__a">
          {!correct && <TypePicker onPick={(picked) => form.reset(valuesFor(picked, home))} />}
          <div className="fgrid" key={type}>
            {type === 'fuel' ? (
              <FuelFields
                vehicle={vehicle}
                habit={habit}
                folded={saving.outOfOrder !== undefined}
                onUnfold={saving.dismiss}
              />
            ) : (
              <GeneralFields vehicle={vehicle} type={type} />
            )}
            {correct && <ReasonField />}
          </div>
        </div>
        <div className="sheet__b">
          {saving.outOfOrder ? (
            <OdometerProblem
              problem={saving.outOfOrder}
              vehicleId={vehicle.id}
              onReading={(change) => {
                form.setValue('odometer', { ...form.getValues('odometer'), ...change });
                saving.dismiss();
                void save();
              }}
              onCorrectNeighbour={(neighbour) => onCorrectNeighbour(neighbour, form.getValues())}
              onReplaced={(oldFinal) => {
                const values = form.getValues();
                onReplaced(replacementFor(values, oldFinal, home), values);
              }}
            />
          ) : (
            <>
              {eventType(type)?.chargeSession && <TariffCost vehicle={vehicle} recordingOf={recordingOf} />}
              <EconomyPreview vehicle={vehicle} fills={fills} recordingOf={recordingOf} />
              <SaveBar problem={saving.problem} correcting={correct !== undefined} />
            </>
          )}
        </div>
      </form>
    </FormProvider>
  );
}

type SetError = ReturnType<typeof useForm<FormValues>>['setError'];

/** Sends a form and sorts what comes back: saved, a fault at a field, an odometer out of order, or words at the button. */
function useSaving({ vehicle, correct, onSaved }: EntryFormProps, setError: SetError) {
  const writes = useEntryWrites(vehicle.id);
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [outOfOrder, setOutOfOrder] = useState<OutOfOrder>();

  async function save(values: FormValues, recording: ReturnType<typeof recordingFrom>) {
    setProblem(undefined);
    try {
      await (correct ? writes.correct(correct, recording, values.reason.trim()) : writes.record(recording));
      onSaved();
    } catch (error) {
      if (error instanceof ApiProblem && isOutOfOrder(error.body)) {
        setError('odometer.value', { message: problemWords(error) });
        return setOutOfOrder(error.body);
      }
      setProblem(problemWords(error));
      for (const fault of error instanceof ApiProblem ? (error.body.errors ?? []) : []) {
        setError(fieldOf(fault.pointer, values.type) as 'date', { message: fault.detail });
      }
    }
  }

  return { save, problem, outOfOrder, dismiss: () => setOutOfOrder(undefined) };
}
