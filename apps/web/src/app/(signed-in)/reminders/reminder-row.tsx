'use client';

import type { DistanceUnit } from '@odolog/units';
import { BellOff, Check, Ellipsis, SquarePen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Reminder } from '@/api/schema.gen';
import { namedBy } from '@/format/due';
import { markOfDue } from '@/format/mark-of-due';
import { useViewer } from '@/format/viewer-context';
import { ActionMenuButton } from '@/ui/action-menu-button';
import { DueWords } from '@/ui/due-words';
import { Gauge } from '@/ui/gauge';
import { Mark } from '@/ui/mark';
import { StateWords } from '@/ui/state-words';
import { CompleteDialog } from './complete-dialog';
import { dueOf } from './groups';
import { useIntervalWords } from './use-interval-words';
import { useReminderSteps } from './use-reminder-steps';

export interface ReminderRowProps {
  readonly reminder: Reminder;
  readonly vehicle: string;
  readonly today: string;
  readonly unit: DistanceUnit;
  readonly currency: string;
  readonly mayManage: boolean;
}

const snoozes = [7, 14, 30] as const;

/** One thing to do: how far along it is, and what can be done about it. */
export function ReminderRow({ reminder, vehicle, mayManage, ...about }: ReminderRowProps) {
  const t = useTranslations('reminders');
  const router = useRouter();
  const { format } = useViewer();
  const intervalWords = useIntervalWords(format);
  const { busy, complete, snooze, dismiss } = useReminderSteps(reminder);
  const [completing, setCompleting] = useState(false);
  const { title, state, used, serviceKind } = reminder;

  const snoozeActions = snoozes.map((days) => ({
    label: t('snoozeDays', { days }),
    run: () => void snooze(days),
  }));
  const moreActions = [
    {
      label: t('edit'),
      icon: SquarePen,
      run: () => router.push(`/vehicles/${reminder.vehicleId}?event=${reminder.eventId}`),
    },
    { label: t('dismiss'), icon: BellOff, run: () => void dismiss() },
  ];
  return (
    <li className="rem" aria-busy={busy}>
      <Mark type={markOfDue(serviceKind)} />
      <div className="rem__t">
        <h3>{title}</h3>
        <p>{[vehicle, intervalWords(reminder)].filter(Boolean).join(', ')}</p>
      </div>
      <div className="rem__g">
        <Gauge progress={used === null ? null : Math.min(Math.max(used, 0), 1.2)} state={gaugeState(state)} />
      </div>
      <DueColumn reminder={reminder} />
      {mayManage && (
        <div className="rem__act">
          <button
            type="button"
            className={`btn${state === 'overdue' || state === 'due' ? ' btn--go' : ''}`}
            disabled={busy}
            aria-label={t(serviceKind ? 'logNamed' : 'doneNamed', { title })}
            onClick={() => (serviceKind ? setCompleting(true) : void complete({}))}
          >
            <Check className="i" />
            {t(serviceKind ? 'log' : 'done')}
          </button>
          <ActionMenuButton label={t('snoozeNamed', { title })} disabled={busy} actions={snoozeActions}>
            {t('snooze')}
          </ActionMenuButton>
          <ActionMenuButton
            className="btn btn--quiet btn--icon"
            label={t('moreNamed', { title })}
            actions={moreActions}
          >
            <Ellipsis className="i" />
          </ActionMenuButton>
        </div>
      )}
      {completing && (
        <CompleteDialog
          {...about}
          title={title}
          byHours={reminder.dueHours !== null || reminder.every?.hours !== undefined}
          onClose={() => setCompleting(false)}
          onComplete={complete}
        />
      )}
    </li>
  );
}

function DueColumn({ reminder }: { reminder: Reminder }) {
  const t = useTranslations('reminders');
  const { format } = useViewer();
  const { state, dueOdometer, dueOn, about, snoozedUntil } = reminder;
  const due = dueOf(reminder);
  const named = due && state !== 'snoozed' ? namedBy(due) : null;
  const day =
    named !== 'date' &&
    dueOn &&
    (about ? t('about', { date: format.dayMonthYear(dueOn) }) : format.dayMonthYear(dueOn));
  const at =
    named !== 'mark' &&
    reminder.first === 'odometer' &&
    dueOdometer &&
    Object.values(format.distance(dueOdometer)).join(' ');
  const atHours =
    named !== 'mark' &&
    reminder.first === 'hours' &&
    reminder.dueHours !== null &&
    t('every.hours', { hours: format.hours(reminder.dueHours) });
  const besides = [at, atHours, day].filter(Boolean).join(', ');
  return (
    <div className="rem__due">
      {state === 'snoozed' ? (
        <StateWords state="idle">
          {snoozedUntil?.date ? t('until', { date: format.dayMonthYear(snoozedUntil.date) }) : t('untilThen')}
        </StateWords>
      ) : due ? (
        <DueWords due={due} format={format} />
      ) : (
        <StateWords state="later">{t('unknown')}</StateWords>
      )}
      {besides && (
        <>
          <br />
          <span className="muted">{besides}</span>
        </>
      )}
    </div>
  );
}

function gaugeState(state: Reminder['state']): 'overdue' | 'soon' | 'later' {
  if (state === 'overdue') return 'overdue';
  return state === 'due' || state === 'due-soon' ? 'soon' : 'later';
}
