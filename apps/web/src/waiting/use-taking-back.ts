import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import type { Recorded } from '@/api/schema.gen';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { hideEntry } from './shown-entries';
import type { WaitingEntry } from './waiting-entry';

type Written = Pick<WaitingEntry, 'id' | 'corrects'>;

/** Takes back what was written a moment ago, and says how that went: an entry goes, of a correction the entry as it was comes back. */
export function useTakingBack(vehicleId: string): (written: Written) => Promise<void> {
  const t = useTranslations('writes');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  return useCallback(
    async (written) => {
      try {
        const { position } = await sendBack(vehicleId, written, t('undoReason'));
        hideEntry(written.id);
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

function sendBack(vehicleId: string, { id, corrects }: Written, reason: string): Promise<Recorded> {
  const asked = { params: { path: { vehicleId, eventId: id } }, body: { reason } };
  return answer(
    corrects
      ? browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/restorations', asked)
      : browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/retractions', asked),
  );
}
