'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answer } from '@/api/client';
import type { RecordedReminder, Reminder, ReminderCompletion } from '@/api/schema.gen';
import { useRefresh, useRefreshing } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

/** What can be done about a reminder. Each step is an event, and is taken back as one. */
export function useReminderSteps({ id, vehicleId, title }: Reminder) {
  const t = useTranslations('reminders');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [step, setStep] = useState<'under way' | 'taken'>();
  const refreshing = useRefreshing();
  // Whatever is fetched later is not waited for.
  if (step === 'taken' && !refreshing) setStep(undefined);
  const params = { path: { reminderId: id } };

  async function takeBack(eventId: string): Promise<void> {
    const at = { path: { vehicleId, eventId } };
    const body = { reason: t('undoReason') };
    const call = browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/retractions', {
      params: at,
      body,
    });
    rememberWrite((await answer(call)).position);
    refresh();
  }

  /** Says what was done, with the way back. @throws what the API refuses */
  async function take(call: Promise<RecordedReminder>, words: string): Promise<void> {
    setStep('under way');
    try {
      const { event, position } = await call;
      rememberWrite(position);
      toast({ words, action: { label: t('undo'), run: () => takeBack(event.id) } });
      refresh();
      setStep('taken');
    } catch (error) {
      setStep(undefined);
      throw error;
    }
  }

  const orSay = (error: unknown) => toast({ words: problemWords(error) });
  return {
    /** Until the page shows what came of it. */
    busy: step !== undefined,
    /** @throws what the API refuses: a dialog says it beside the fields */
    complete: (body: ReminderCompletion) =>
      take(
        answer(browserApi.POST('/api/v1/reminders/{reminderId}/complete', { params, body })),
        t('isDone', { title }),
      ),
    snooze: (days: number) =>
      take(
        answer(browserApi.POST('/api/v1/reminders/{reminderId}/snooze', { params, body: { days } })),
        t('isSnoozed', { title, days }),
      ).catch(orSay),
    dismiss: () =>
      take(
        answer(browserApi.POST('/api/v1/reminders/{reminderId}/dismiss', { params, body: {} })),
        t('isDismissed', { title }),
      ).catch(orSay),
  };
}
