import type { Format } from '@odolog/events';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useViewer, type Viewer } from '@/format/viewer-context';
import type { Draft } from '@/quick-add/draft';
import { useTakingBack } from '@/quick-add/use-taking-back';
import { useToast } from '@/toast/toast';
import { useToldWords } from '@/ui/use-told-words';
import { discard, enter, type Fate } from './enter';
import { itemOf } from './item-of';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import { useRefresh } from '@/refresh/refresh';
import { useSummaryFormat } from './use-summary-format';
import type { Correcting, WaitingEntry } from './waiting-entry';

/** Makes entries of drafts and puts them on their way; each can be taken back for ten seconds, sent or not. */
export function useEntering(vehicle: LoggableVehicle) {
  const t = useTranslations('writes');
  const viewer = useViewer();
  const format = useSummaryFormat();
  const refresh = useRefresh();
  const toast = useToast();
  const toldWords = useToldWords();
  const takeBack = useTakingBack(vehicle.id);

  return useCallback(
    async (draft: Draft, id: string, corrects?: Correcting): Promise<Fate> => {
      const entry = entryOf(draft, { id, vehicle, viewer, format, corrects });
      const fate = await enter(entry);
      if (fate.kind === 'sent') {
        refresh();
        const words = toldWords(fate.recorded?.warnings[0]) ?? t(corrects ? 'corrected' : 'recorded');
        toast({ words, action: { label: t('undo'), run: () => takeBack(entry) } });
      }
      if (fate.kind === 'waiting') {
        const words = fate.signedOut ? t('waitsForSignIn') : t('waits');
        const undo = async () => {
          if (!(await discard(id))) await takeBack(entry);
        };
        toast({ words, action: { label: t('undo'), run: undo } });
      }
      return fate;
    },
    [vehicle, viewer, format, refresh, toast, toldWords, takeBack, t],
  );
}

interface Making {
  readonly id: string;
  readonly vehicle: LoggableVehicle;
  readonly viewer: Viewer;
  readonly format: Format;
  readonly corrects: Correcting | undefined;
}

function entryOf(draft: Draft, making: Making): WaitingEntry {
  const { corrects } = making;
  const now = new Date().toISOString();
  return {
    ...making.viewer.owner,
    id: making.id,
    vehicleId: making.vehicle.id,
    vehicleName: making.vehicle.nickname,
    draft,
    ...(corrects && { corrects }),
    item: itemOf(draft, { ...making, now }),
    madeAt: now,
    problem: null,
  };
}
