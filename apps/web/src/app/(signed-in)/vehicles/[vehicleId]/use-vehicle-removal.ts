import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';

/** Hides a vehicle at once, and brings it back when asked to. Nothing of its history is lost. */
export function useVehicleRemoval({ id, nickname }: Pick<Vehicle, 'id' | 'nickname'>): () => Promise<void> {
  const t = useTranslations('vehicle');
  const router = useRouter();
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const params = { path: { vehicleId: id } };

  async function restore() {
    try {
      await answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/restore', { params }));
      router.push(`/vehicles/${id}`);
      refresh();
    } catch (error) {
      toast({ words: problemWords(error) });
    }
  }

  return async () => {
    try {
      await answer(browserApi.DELETE('/api/v1/vehicles/{vehicleId}', { params }));
      router.push('/');
      refresh();
      toast({ words: t('removed', { nickname }), action: { label: t('undo'), run: restore } });
    } catch (error) {
      toast({ words: problemWords(error) });
    }
  };
}
