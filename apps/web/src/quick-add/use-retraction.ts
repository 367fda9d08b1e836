import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { hideEntry } from '@/waiting/shown-entries';

/** Takes an entry back that was made a moment ago, and says how that went. */
export function useRetraction(vehicleId: string): (eventId: string) => Promise<void> {
  const t = useTranslations('writes');
  const router = useRouter();
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
        router.refresh();
        toast({ words: t('undone') });
      } catch (error) {
        toast({ words: problemWords(error) });
      }
    },
    [vehicleId, router, toast, problemWords, t],
  );
}
