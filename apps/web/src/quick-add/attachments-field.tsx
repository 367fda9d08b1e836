'use client';

import { Camera, FileText, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState, type ChangeEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useProblemWords } from '@/ui/use-problem-words';
import { asList, fileAtHand, haveAtHand, listed } from './attached-files';
import { schemaOf, type FormValues } from './form-values';
import { mostBytes, uploadFile } from './upload-file';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/**
 * Receipts, papers and photos of an entry: on a phone the camera is offered. Each is sent up as it is chosen, and again for
 * another vehicle; the entry names it when it is saved. The first one of what costs money is its receipt.
 */
export function AttachmentsField({ vehicleId, type }: { vehicleId: string; type: string }) {
  const t = useTranslations('files');
  const id = useId();
  const { attached, add, remove, busy, problem } = useAttachments(vehicleId, type);
  const properties = schemaOf(type).properties ?? {};
  if (!('fileIds' in properties)) return null;
  return (
    <div className="field field--w attach">
      <label className="btn btn--tap attach__add" htmlFor={id} aria-disabled={busy}>
        <Camera className="i" />
        {busy ? t('sending') : t('receiptId' in properties ? 'addReceipt' : 'add')}
      </label>
      <input
        id={id}
        className="sr"
        type="file"
        multiple
        accept={accepted}
        disabled={busy}
        aria-describedby={`${id}-words`}
        onChange={add}
      />
      <p id={`${id}-words`} className="sm muted">
        {t('words')}
      </p>
      {attached.length > 0 && (
        <ul className="attach__list">
          {attached.map((file) => (
            <li key={file.id}>
              <FileText className="i i-sm" />
              <span>{file.name ?? t('kept')}</span>
              <button
                type="button"
                className="btn btn--quiet btn--icon"
                aria-label={t('remove', { name: file.name ?? t('kept') })}
                onClick={() => remove(file.id)}
              >
                <X className="i i-sm" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="alert" className="fault">
        {problem}
      </p>
    </div>
  );
}

interface Attached {
  readonly id: string;
  /** Of one that was chosen just now. */
  readonly name: string | undefined;
}

const places = { receipt: 'data.receiptId', others: 'data.fileIds', onTheWay: 'data.onTheWay' } as const;

/** The ids stand in the form. What is on its way is sent up one after another; what another vehicle had, from the start. */
function useAttachments(vehicleId: string, type: string) {
  const t = useTranslations('files');
  const problemWords = useProblemWords();
  const { setValue, getValues, watch } = useFormContext<FormValues>();
  const [problem, setProblem] = useState<string>();
  const hasReceipt = 'receiptId' in (schemaOf(type).properties ?? {});
  const idsAt = (place: keyof typeof places) => listed(getValues(places[place] as 'notes'));
  const put = (place: keyof typeof places, ids: readonly string[], typed = false) =>
    setValue(places[place] as 'notes', asList(ids), { shouldDirty: typed });
  const ids = Object.values(places).flatMap((place) => listed(watch(place as 'notes')));
  const [next] = listed(watch(places.onTheWay as 'notes'));

  function keep(id: string) {
    if (hasReceipt && idsAt('receipt').length === 0) put('receipt', [id]);
    else put('others', [...idsAt('others'), id]);
  }

  const sendUp = useEffectEvent(async (key: string, isWanted: () => boolean) => {
    const known = fileAtHand(key);
    try {
      if (!known) setProblem(t('leftBehind'));
      // Whoever comes back to the first vehicle has it kept there already.
      else if (known.vehicleId === vehicleId) keep(key);
      else {
        const { id } = await uploadFile(vehicleId, known.file);
        if (isWanted()) keep(haveAtHand(known.file, { id, vehicleId }));
      }
      if (!isWanted()) return;
    } catch (error) {
      if (!isWanted()) return;
      setProblem(problemWords(error));
    }
    put('onTheWay', without(idsAt('onTheWay'), key));
  });
  useEffect(() => {
    if (!next) return;
    let isWanted = true;
    void sendUp(next, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [next]);

  function add({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])];
    target.value = '';
    const tooLarge = files.find(({ size }) => size > mostBytes);
    setProblem(tooLarge && t('tooLarge', { name: tooLarge.name }));
    const kept = files.filter(({ size }) => size <= mostBytes);
    put('onTheWay', [...idsAt('onTheWay'), ...kept.map((file) => haveAtHand(file))]);
  }

  function remove(id: string) {
    for (const place of ['receipt', 'others', 'onTheWay'] as const) {
      if (idsAt(place).includes(id)) put(place, without(idsAt(place), id), true);
    }
  }

  const attached = ids.map((id): Attached => ({ id, name: fileAtHand(id)?.file.name }));
  return { attached, add, remove, busy: next !== undefined, problem };
}

const without = (ids: readonly string[], gone: string): string[] => ids.filter((id) => id !== gone);
