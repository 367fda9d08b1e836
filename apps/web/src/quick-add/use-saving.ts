import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ProblemBody } from '@/api/api-problem';
import type { TimelineItem } from '@/api/schema.gen';
import { freshId } from '@/api/fresh-id';
import { dayIn } from '@/format/today';
import { discard } from '@/waiting/enter';
import { useEntering, type Entering } from '@/waiting/use-entering';
import { useRefusalWords } from '@/waiting/use-refusal-words';
import { refusedFileOf, type WaitingEntry } from '@/waiting/waiting-entry';
import type { Typed } from './another-vehicle';
import { madeFor } from './day-of-before';
import type { Draft } from './draft';
import { filesStillNamed, filesToSend } from './files-to-send';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { outOfOrderOf } from './meter-problem';
import { useQuickAdd } from './quick-add-context';
import { fieldOf } from './resolve-recording';

interface SavingProps {
  readonly vehicle: LoggableVehicle;
  readonly correct: TimelineItem | undefined;
  readonly waiting: WaitingEntry | undefined;
  /** Another entry follows in the same form: it comes when this one is through. */
  readonly awaited: boolean;
  readonly onSaved: () => void;
}

/**
 * Saves a form, which closes: an entry or a correction is in the timeline at once, and a refusal brings the form back as it
 * was. What is refused is sorted: an odometer out of order, faults at fields, or words at the
 * button.
 */
export function useSaving(
  { vehicle, correct, waiting, awaited, onSaved }: SavingProps,
  form: UseFormReturn<FormValues>,
  typed: () => Typed,
) {
  const enter = useEntering(vehicle);
  const quickAdd = useQuickAdd();
  const refusalWords = useRefusalWords();
  const [refusal, setRefusal] = useState<ProblemBody | undefined>(
    // Of a file that was refused, the file tells.
    (!refusedFileOf(waiting?.problem) && waiting?.problem) || undefined,
  );
  const { setError, clearErrors, getValues } = form;

  useEffect(() => {
    if (!refusal) return;
    const disorder = outOfOrderOf(refusal);
    if (disorder?.meter === 'odometer') {
      setError('odometer.value', { message: refusalWords(refusal) });
      return;
    }
    for (const { pointer, detail } of refusal.errors ?? []) {
      const message = disorder ? refusalWords(refusal) : detail;
      setError(fieldOf(pointer, getValues('type')) as 'date', { message });
    }
  }, [refusal, setError, getValues, refusalWords]);

  async function write(made: Omit<Entering, 'id'>) {
    const id = waiting?.id ?? freshId();
    const { others } = typed();
    if (!made.corrects && !waiting) madeFor(getValues('date'), dayIn(vehicle.timeZone));
    if (!awaited) onSaved();
    const fate = await enter({ ...made, id });
    if (fate.kind !== 'refused') return awaited && onSaved();
    if (!awaited) return quickAdd.offer({ waiting: fate.entry, others });
    // What the form still holds need not wait for its person elsewhere.
    await discard(fate.entry);
    setRefusal(fate.entry.problem ?? undefined);
  }

  /** @param target what a correction takes the place of: another one, where somebody has corrected the same entry meanwhile */
  function save(values: FormValues, draft: Draft, target = correct) {
    setRefusal(undefined);
    const corrects = target && { item: target, reason: values.reason.trim() };
    const files = [...filesStillNamed(values.data, waiting, vehicle.id), ...filesToSend(values.data)];
    return write({ draft, corrects, files });
  }

  const outOfOrder = refusal && outOfOrderOf(refusal);
  return {
    save,
    outOfOrder,
    superseded: refusal?.code === 'event-superseded',
    problem: refusal && !outOfOrder ? refusalWords(refusal) : undefined,
    dismiss: () => {
      setRefusal(undefined);
      clearErrors('odometer.value');
    },
  };
}
