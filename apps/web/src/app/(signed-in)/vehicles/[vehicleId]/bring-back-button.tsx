'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useWaking } from '@/hydration/use-waking';
import { useEntryWrites } from '@/quick-add/use-entry-writes';
import { useAction } from '@/ui/use-action';
import type { BringBackProps } from './bring-back';

/** Retracts the event by which a vehicle left the garage. */
export default function BringBackButton({ vehicleId, eventId, words }: BringBackProps) {
  const t = useTranslations('parting');
  const { retract } = useEntryWrites(vehicleId);
  const { busy, run } = useAction();
  const button = useRef<HTMLButtonElement>(null);
  useWaking(button);
  return (
    <button
      ref={button}
      data-asleep=""
      type="button"
      className="btn"
      disabled={busy}
      onClick={() => void run(() => retract({ id: eventId }, t('backReason')))}
    >
      {words}
    </button>
  );
}
