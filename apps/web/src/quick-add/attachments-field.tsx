'use client';

import { Camera, FileText, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { attachedFile } from './attached-files';
import { schemaOf } from './form-values';
import { useAttachments } from './use-attachments';
import { mayComeThrough } from './upload-file';
import { useFileFaultWords } from './use-file-fault-words';
import { useFileName } from './use-file-name';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/**
 * Receipts, papers and photos of an entry: on a phone the camera is offered. Each is sent up as it is chosen, and again for
 * another vehicle; the entry names it when it is saved. The first one of what costs money is its receipt.
 */
export function AttachmentsField({ vehicleId, type }: { vehicleId: string; type: string }) {
  const t = useTranslations('files');
  const id = useId();
  const { kept, failed, onTheWay, add, remove, tryAgain } = useAttachments(vehicleId, type);
  const properties = schemaOf(type).properties ?? {};
  if (!('fileIds' in properties)) return null;
  return (
    <div className="field field--w attach">
      <label className="btn btn--tap attach__add" htmlFor={id}>
        <Camera className="i" />
        {t('receiptId' in properties ? 'addReceipt' : 'add')}
      </label>
      <input
        id={id}
        className="sr"
        type="file"
        multiple
        accept={accepted}
        aria-describedby={`${id}-words`}
        onChange={add}
      />
      <p id={`${id}-words`} className="sm muted">
        {t('words')}
      </p>
      <ul className="attach__list">
        {[...kept, ...failed, ...onTheWay].map((key) => (
          <Attached key={key} of={key} onRemove={remove}>
            {failed.includes(key) && <Fault of={key} onTryAgain={() => tryAgain([key])} />}
            {onTheWay.includes(key) && <p className="sm muted">{t('sending')}</p>}
          </Attached>
        ))}
      </ul>
    </div>
  );
}

interface AttachedProps {
  readonly of: string;
  readonly onRemove: (key: string) => void;
  /** How it fares. */
  readonly children?: ReactNode;
}

function Attached({ of, onRemove, children }: AttachedProps) {
  const t = useTranslations('files');
  const name = useFileName()(of);
  return (
    <li>
      <FileText className="i i-sm" />
      <span>{name}</span>
      <button
        type="button"
        className="btn btn--quiet btn--icon"
        aria-label={t('remove', { name })}
        onClick={() => onRemove(of)}
      >
        <X className="i i-sm" />
      </button>
      {children}
    </li>
  );
}

function Fault({ of, onTryAgain }: { of: string; onTryAgain: () => void }) {
  const t = useTranslations('files');
  const faultWords = useFileFaultWords();
  const name = useFileName()(of);
  const { file, fault } = attachedFile(of);
  const isForLater = mayComeThrough(fault);
  return (
    <>
      {isForLater && file ? (
        <p role="status" className="sm muted">
          {t('goesAlong')}
        </p>
      ) : (
        <p role="alert" className="fault">
          {faultWords(fault)}
        </p>
      )}
      {isForLater && fault !== undefined && (
        <button
          type="button"
          className="btn btn--tap"
          aria-label={t('tryAgainWith', { name })}
          onClick={({ currentTarget }) => {
            // It goes, and would take the focus with it.
            currentTarget.closest('li')?.querySelector('button')?.focus();
            onTryAgain();
          }}
        >
          {t('tryAgain')}
        </button>
      )}
    </>
  );
}
