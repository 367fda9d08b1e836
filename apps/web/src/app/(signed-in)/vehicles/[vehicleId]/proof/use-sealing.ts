import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { download } from './download';

/** Seals the whole history of a vehicle, and saves it as a file of that name. */
export function useSealing(vehicleId: string, fileName: string): () => Promise<void> {
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  return async () => {
    const request = { params: { path: { vehicleId } }, parseAs: 'text' } as const;
    try {
      download(await answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/exports', request)), fileName);
      refresh();
    } catch (error) {
      toast({ words: problemWords(error) });
    }
  };
}
