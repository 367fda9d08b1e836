'use client';

import { useEffect, useImperativeHandle, useState, type Ref } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { TimelineItem } from '@/api/schema.gen';
import { instantOf } from '@/format/today';
import { useViewer } from '@/format/viewer-context';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { Typed } from './another-vehicle';
import { AttachmentsField } from './attachments-field';
import { BesideForm } from './beside-form';
import { CorrectedMeanwhile } from './corrected-meanwhile';
import { ReasonField } from './envelope-fields';
import { withAllNamed } from './files-to-send';
import { fillsBeside } from './fills-beside';
import { FuelFields } from './fuel-fields';
import { formStart } from './form-start';
import { recordingFrom, type FormValues } from './form-values';
import { GeneralFields } from './general-fields';
import { habitOf } from './habit';
import { hoursReplacementFor, replacementFor, valuesFor } from './initial-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { MeterProblem } from './meter-problem-view';
import { recordingResolver } from './resolve-recording';
import { SaveBar } from './save-bar';
import { TypePicker } from './type-picker';
import { useFaultWords } from './use-fault-words';
import { useRecentFills } from './use-recent-fills';
import { asVoid, withReading } from './way-out-taken';
import { useSaving } from './use-saving';
import { useTyped } from './use-typed';

interface EntryFormProps {
  readonly vehicle: LoggableVehicle;
  readonly type: string | undefined;
  readonly correct: TimelineItem | undefined;
  /** What was made before and did not get through. */
  readonly waiting: WaitingEntry | undefined;
  /** What was typed of other types before that. */
  readonly others: Typed['others'] | undefined;
  /** Another entry follows this one. */
  readonly awaited: boolean;
  /** What was typed before a neighbour had to be corrected. */
  readonly kept: Typed | undefined;
  /** What was typed before another vehicle was chosen. */
  readonly moved: Typed | undefined;
  readonly ref: Ref<EntryFormHandle>;
  /** There is something in it that closing would lose. */
  readonly onTyped: () => void;
  readonly onSaved: () => void;
  readonly onCorrectNeighbour: (neighbour: TimelineItem, typed: Typed) => void;
  /** The odometer was replaced: that entry comes first, then the one that was typed. */
  readonly onReplaced: (replacement: FormValues, typed: Typed) => void;
}

export interface EntryFormHandle {
  readonly typed: () => Typed;
}

export function EntryForm(props: EntryFormProps) {
  const fills = useRecentFills(props.vehicle.id);
  // Habit fills in what is usual, so the fields wait for it: a moment, and only here.
  if (!fills) return <div className="sheet__bd sheet__bd--waiting" />;
  return <ReadyForm {...props} fills={fills} />;
}

function ReadyForm(props: EntryFormProps & { fills: readonly TimelineItem[] }) {
  const { vehicle, correct, waiting, fills } = props;
  const { onTyped, onSaved, onCorrectNeighbour, onReplaced } = props;
  const { preferences } = useViewer();
  // What is typed anew is neither habit nor a fill before itself.
  const others = fillsBeside(fills, { correct, waiting });
  const habit = habitOf(others, vehicle);
  const faultWords = useFaultWords();
  const sending = {
    locale: preferences.locale,
    instantOf: (date: string, clock: string) => instantOf(date, clock, vehicle.timeZone),
  };
  const recordingOf = (values: FormValues) =>
    recordingFrom({ ...values, data: withAllNamed(values) }, sending);
  const home = { vehicle, locale: preferences.locale, habit };
  const begin = (picked: string) => valuesFor(picked, home);
  const [start] = useState(() => formStart(props, home));
  const form = useForm<FormValues>({
    defaultValues: start.values,
    resolver: recordingResolver({ recordingOf, words: faultWords, reasonNeeded: correct !== undefined }),
    // What was refused stays said until it is changed: a press elsewhere would move from under the pointer as the words go.
    mode: waiting?.problem ? 'onChange' : 'onTouched',
  });
  const { setFocus, formState } = form;
  const { isDirty } = formState;
  const { toType, typed } = useTyped(form, begin, start);
  useImperativeHandle(props.ref, () => ({ typed }));
  useEffect(() => {
    if (isDirty) onTyped();
  }, [isDirty, onTyped]);
  // What is read first at the pump; a correction begins where the person wants.
  useEffect(() => {
    if (!correct) setFocus('odometer.value', { shouldSelect: true });
  }, [correct, setFocus]);
  const saving = useSaving(props, form, typed);
  const type = form.watch('type');
  const [askedWhen, askWhen] = useState(0);
  // On the phone the time is folded away beside a problem, and at the pump it is until somebody wants to change it.
  useEffect(() => {
    if (askedWhen > 0) setFocus('clock');
  }, [askedWhen, setFocus]);
  const save = form.handleSubmit((values) => saving.save(values, recordingOf(values)));
  const saveInstead = (standing: TimelineItem) =>
    void form.handleSubmit((values) => saving.save(values, recordingOf(values), standing))();
  function take({ odometer, data }: Pick<FormValues, 'odometer' | 'data'>) {
    form.setValue('odometer', odometer);
    form.setValue('data', data);
    saving.dismiss();
    void save();
  }

  return (
    <FormProvider {...form}>
      <form
        className={saving.outOfOrder ? 'sheet__bd sheet--bad' : 'sheet__bd'}
        noValidate
        onSubmit={(event) => void save(event)}
      >
        <div className="sheet__a">
          {!correct && <TypePicker mayManage={vehicle.mayManage} onPick={toType} />}
          <div className="fgrid" key={type} onChange={onTyped}>
            {type === 'fuel' ? (
              <FuelFields
                vehicle={vehicle}
                habit={habit}
                correcting={correct !== undefined}
                folded={saving.outOfOrder !== undefined}
                showsWhen={askedWhen > 0}
                onFoldWhen={() => askWhen(0)}
                onUnfold={saving.dismiss}
              />
            ) : (
              <GeneralFields vehicle={vehicle} type={type} correcting={correct !== undefined} />
            )}
            <AttachmentsField vehicleId={vehicle.id} type={type} />
            {correct && <ReasonField />}
          </div>
        </div>
        <div className="sheet__b">
          {saving.outOfOrder ? (
            <MeterProblem
              problem={saving.outOfOrder}
              vehicleId={vehicle.id}
              onReading={(reading) => take(withReading(form.getValues(), reading, preferences.locale))}
              onVoid={() => take(asVoid(form.getValues(), saving.outOfOrder?.meter))}
              onCorrectNeighbour={(neighbour) => onCorrectNeighbour(neighbour, typed())}
              onSayWhen={() => {
                saving.dismiss();
                askWhen(askedWhen + 1);
              }}
              onReplaced={(oldFinal) => {
                const replacement =
                  saving.outOfOrder?.meter === 'hours' ? hoursReplacementFor : replacementFor;
                onReplaced(replacement(form.getValues(), oldFinal, home), typed());
              }}
            />
          ) : (
            <>
              <BesideForm vehicle={vehicle} fills={others} correct={correct} recordingOf={recordingOf} />
              {waiting && saving.superseded ? (
                <CorrectedMeanwhile waiting={waiting} onInstead={saveInstead} onDiscarded={onSaved} />
              ) : (
                <SaveBar
                  problem={saving.problem}
                  correcting={correct !== undefined}
                  waiting={waiting}
                  onDiscarded={onSaved}
                />
              )}
            </>
          )}
        </div>
      </form>
    </FormProvider>
  );
}
