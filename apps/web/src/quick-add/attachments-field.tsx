'use client';

import { Camera, FileText, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState, type ChangeEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { useProblemWords } from '@/ui/use-problem-words';
import { schemaOf, type FormValues } from './form-values';
import { mostBytes, uploadFile } from './upload-file';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/**
 * Receipts, papers and photos of an entry: on a phone the camera is offered. Each is sent up as it is chosen; the entry
 * names it when it is saved. The first one of what costs money is its receipt.
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
  /** Of one that was sent up just now. */
  readonly name: string | undefined;
}

/** The ids stand in the form, as text like everything in it. */
function useAttachments(vehicleId: string, type: string) {
  const t = useTranslations('files');
  const problemWords = useProblemWords();
  const { setValue, getValues, watch } = useFormContext<FormValues>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const hasReceipt = 'receiptId' in (schemaOf(type).properties ?? {});
  const [receipt, others] = watch(['data.receiptId' as 'notes', 'data.fileIds' as 'notes']);
  const ids = [...(receipt ? [receipt] : []), ...listed(others)];

  function keep(id: string) {
    if (hasReceipt && !getValues('data.receiptId' as 'notes')) setValue('data.receiptId' as 'notes', id);
    else
      setValue('data.fileIds' as 'notes', [...listed(getValues('data.fileIds' as 'notes')), id].join(', '));
  }

  async function add({ target }: ChangeEvent<HTMLInputElement>) {
    const files = [...(target.files ?? [])];
    target.value = '';
    setBusy(true);
    setProblem(undefined);
    try {
      for (const file of files) {
        if (file.size > mostBytes) {
          setProblem(t('tooLarge', { name: file.name }));
          continue;
        }
        const { id, name } = await uploadFile(vehicleId, file);
        setNames((known) => new Map(known).set(id, name));
        keep(id);
      }
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  }

  const remove = (id: string) => {
    if (receipt === id) setValue('data.receiptId' as 'notes', '', { shouldDirty: true });
    else
      setValue(
        'data.fileIds' as 'notes',
        listed(others)
          .filter((other) => other !== id)
          .join(', '),
        { shouldDirty: true },
      );
  };

  const attached = ids.map((id): Attached => ({ id, name: names.get(id) }));
  return { attached, add: (event: ChangeEvent<HTMLInputElement>) => void add(event), remove, busy, problem };
}

const listed = (ids: string | undefined): string[] => (ids ? ids.split(', ').filter(Boolean) : []);
