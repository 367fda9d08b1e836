import { useEffect, useImperativeHandle, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { TimelineItem } from '@/api/schema.gen';
import { instantOf } from '@/format/today';
import { useViewer } from '@/format/viewer-context';
import { dayOfBefore } from './day-of-before';
import type { ReadyFormProps } from './entry-form-props';
import { withAllNamed } from './files-to-send';
import { fillsBeside } from './fills-beside';
import { formStart } from './form-start';
import { recordingFrom, type FormValues } from './form-values';
import { habitOf } from './habit';
import { valuesFor } from './initial-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { recordingResolver } from './resolve-recording';
import { useFaultWords } from './use-fault-words';
import { useSaving } from './use-saving';
import { useTyped } from './use-typed';

export type EntryInForm = ReturnType<typeof useEntryForm>;

/** An entry as it is typed: what stands in its form, what would be recorded of it, and its saving. */
export function useEntryForm(props: ReadyFormProps) {
  const { vehicle, correct, waiting, fills, onTyped } = props;
  const { preferences } = useViewer();
  // What is typed anew is neither habit nor a fill before itself.
  const fillsBefore = fillsBeside(fills, { correct, waiting });
  const [day] = useState(() => (correct || waiting ? undefined : dayOfBefore()));
  const home = { vehicle, locale: preferences.locale, habit: habitOf(fillsBefore, vehicle), day };
  const recordingOf = useRecordingOf(vehicle);
  const words = useFaultWords();
  const [start] = useState(() => formStart(props, home));
  const form = useForm<FormValues>({
    defaultValues: start.values,
    resolver: recordingResolver({ recordingOf, words, reasonNeeded: correct !== undefined }),
    // What was refused stays said until it is changed: a press elsewhere would move from under the pointer as the words go.
    mode: waiting?.problem ? 'onChange' : 'onTouched',
  });
  const { setFocus, formState } = form;
  const { isDirty } = formState;
  const { toType, typed } = useTyped(form, (picked) => valuesFor(picked, home), start);
  useImperativeHandle(props.ref, () => ({ typed }));
  useEffect(() => {
    if (isDirty) onTyped();
  }, [isDirty, onTyped]);
  // What is read first at the pump; a correction begins where the person wants.
  useEffect(() => {
    if (!correct) setFocus('odometer.value', { shouldSelect: true });
  }, [correct, setFocus]);

  const saving = useSaving(props, form, typed);
  const save = form.handleSubmit((values) => saving.save(values, recordingOf(values)));
  const saveInstead = (standing: TimelineItem) =>
    void form.handleSubmit((values) => saving.save(values, recordingOf(values), standing))();
  function saveWith({ odometer, data }: Pick<FormValues, 'odometer' | 'data'>) {
    form.setValue('odometer', odometer);
    form.setValue('data', data);
    saving.dismiss();
    void save();
  }
  return { form, home, fillsBefore, recordingOf, toType, typed, saving, save, saveInstead, saveWith };
}

/** What would be recorded of the form, by the vehicle's clock. */
function useRecordingOf(vehicle: LoggableVehicle) {
  const { preferences } = useViewer();
  return (values: FormValues) =>
    recordingFrom(
      { ...values, data: withAllNamed(values) },
      {
        locale: preferences.locale,
        instantOf: (date: string, clock: string) => instantOf(date, clock, vehicle.timeZone),
      },
    );
}
