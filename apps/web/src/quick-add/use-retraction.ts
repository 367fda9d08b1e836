import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { hideEntry } from '@/waiting/shown-entries';

/** Takes an entry back that was made a moment ago, and says how that went. */
export function useRetraction(vehicleId: string): (eventId: string) => Promise<void> {
  const t = useTranslations('writes');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  return useCallback(
    async (eventId) => {
      try {
        const { position } = await answer(
          browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/retractions', {
            params: { path: { vehicleId, eventId } },
            body: { reason: t('undoReason') },
          }),
        );
        hideEntry(eventId);
        rememberWrite(position);
        refresh();
        toast({ words: t('undone') });
      } catch (error) {
        toast({ words: problemWords(error) });
      }
    },
    [vehicleId, refresh, toast, problemWords, t],
  );
}
