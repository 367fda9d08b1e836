'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { useViewer } from '@/format/viewer-context';
import { useWaking } from '@/hydration/use-waking';
import { useEntryWrites } from '@/quick-add/use-entry-writes';
import { useAction } from '@/ui/use-action';
import { departureOf } from '@/format/departure';

/** Says that a vehicle has left the garage, with the way back where there is one. */
export default function DepartedNotice({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('parting');
  const { format } = useViewer();
  const { retract } = useEntryWrites(vehicle.id);
  const { busy, run } = useAction();
  const notice = useRef<HTMLParagraphElement>(null);
  useWaking(notice);
  const departure = departureOf(vehicle);
  if (!departure) return null;
  const { stage, date, eventId } = departure;
  const isCopy = vehicle.handedOverAt !== null;
  return (
    <p ref={notice} data-asleep="" className="departed" role="note">
      <span>
        {t(`stands.${stage}`, { date: format.dayMonthYear(date) })}{' '}
        {isCopy ? t('copyWords') : t('quietWords')}
      </span>
      {!isCopy && may(vehicle, 'event.correct-others') && (
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void run(() => retract({ id: eventId }, t('backReason')))}
        >
          {t('back')}
        </button>
      )}
    </p>
  );
}
