'use client';

import { FileSearch } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { describedBy } from '@/ui/described-by';
import { useOwnFault } from '@/ui/use-own-fault';
import { checkCode, checkFile, type Checked } from './check-history';
import { CheckedHistory } from './checked-history';

/** The file is read here and sent nowhere; only its key is asked for. */
export function HistoryCheck({ code }: { code: string }) {
  const t = useTranslations('verify');
  const { fault, onInvalid, forget } = useOwnFault();
  const [checked, setChecked] = useState<Checked>();
  // whoever comes by the code on paper has asked already
  useEffect(() => {
    if (code) void checkCode(code).then(setChecked);
  }, [code]);
  const onCode = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('code');
    setChecked(await checkCode(typeof typed === 'string' ? typed : ''));
  };
  const onFile = async (file: File | undefined) => {
    if (file) setChecked(await checkFile(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <>
      <form onSubmit={(event) => void onCode(event)}>
        <div className="field">
          <label htmlFor="code">{t('code')}</label>
          <span className={fault ? 'inp inp--bad' : 'inp'}>
            <input
              id="code"
              name="code"
              defaultValue={code}
              placeholder="K7QF-2M9X-4TRW"
              required
              autoComplete="off"
              aria-describedby={describedBy('code', { fault })}
              aria-invalid={fault !== undefined}
              onInvalid={onInvalid}
              onInput={forget}
            />
          </span>
          {fault && (
            <p id="code-fault" className="fault">
              {fault}
            </p>
          )}
        </div>
        <button type="submit" className="btn btn--go btn--tap">
          {t('checkCode')}
        </button>
      </form>
      <div className="verify__file">
        <h2>{t('file')}</h2>
        <p className="sm muted">{t('fileWords')}</p>
        <div className="attach">
          <label className="btn btn--tap attach__add" htmlFor="file">
            <FileSearch className="i" />
            {t('choose')}
          </label>
          <input
            id="file"
            type="file"
            className="sr"
            accept="application/json,.json"
            onChange={(event) => void onFile(event.target.files?.[0])}
          />
        </div>
      </div>
      <div aria-live="polite">{checked && <CheckedHistory checked={checked} />}</div>
    </>
  );
}
