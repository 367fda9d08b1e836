'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTypeName } from '@/format/use-type-name';
import { useViewer } from '@/format/viewer-context';
import { DiscardButton } from '@/waiting/discard-button';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { FormValues } from './form-values';
import { typedMoney } from './typed-money';
import { UnsentFiles, useIsHeld } from './unsent-files';

interface SaveBarProps {
  readonly problem: string | undefined;
  readonly correcting: boolean;
  /** What the form stands for was made before: it can be given up. */
  readonly waiting: WaitingEntry | undefined;
  readonly onDiscarded: () => void;
}

/** The button says what it saves, and for how much. */
export function SaveBar({ problem, correcting, waiting, onDiscarded }: SaveBarProps) {
  const t = useTranslations('quickAdd');
  const typeName = useTypeName();
  const { format } = useViewer();
  const { watch, formState } = useFormContext<FormValues>();
  const amount = typedMoney(
    format,
    watch('data.total') as { amount?: string; currency?: string } | undefined,
  );
  const name = typeName(watch('type'), 'typesInSentences');
  const isHeld = useIsHeld();
  const id = useId();
  return (
    <div className="sheet__ft">
      <p role="alert" className="fault">
        {problem}
      </p>
      <button
        className="btn btn--go btn--big"
        disabled={formState.isSubmitting || isHeld}
        aria-describedby={id}
      >
        {correcting ? t('saveCorrection') : amount ? t('saveFor', { name, amount }) : t('save', { name })}
      </button>
      <UnsentFiles id={id} />
      {waiting ? (
        <DiscardButton entry={waiting} className="link sm" onDiscarded={onDiscarded}>
          {t('discard')}
        </DiscardButton>
      ) : (
        !isHeld && <p className="hint">{t('offlineHint')}</p>
      )}
    </div>
  );
}
