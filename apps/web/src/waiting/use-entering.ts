import type { Format } from '@odolog/events';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useViewer, type Viewer } from '@/format/viewer-context';
import type { Draft } from '@/quick-add/draft';
import { useToast } from '@/toast/toast';
import { useToldWords } from '@/ui/use-told-words';
import { discard, enter, type Fate } from './enter';
import { itemOf } from './item-of';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import { useRefresh } from '@/refresh/refresh';
import { withoutUnsent } from './named-files';
import { useSummaryFormat } from './use-summary-format';
import { useTakingBack } from './use-taking-back';
import type { Correcting, WaitingEntry, WaitingFile } from './waiting-entry';

export interface Entering {
  readonly draft: Draft;
  readonly id: string;
  readonly corrects: Correcting | undefined;
  /** What goes along. */
  readonly files: readonly WaitingFile[];
}

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
    async (made: Entering): Promise<Fate> => {
      const { corrects } = made;
      const entry = entryOf({ ...made, vehicle, viewer, format });
      const fate = await enter(entry);
      if (fate.kind === 'sent') {
        refresh();
        const words = toldWords(fate.recorded?.warnings[0]) ?? t(corrects ? 'corrected' : 'recorded');
        toast({ words, action: { label: t('undo'), run: () => takeBack(entry) } });
      }
      if (fate.kind === 'waiting') {
        const words = fate.signedOut ? t('waitsForSignIn') : t('waits');
        const undo = async () => {
          if (!(await discard(entry))) await takeBack(entry);
        };
        toast({ words, action: { label: t('undo'), run: undo } });
      }
      return fate;
    },
    [vehicle, viewer, format, refresh, toast, toldWords, takeBack, t],
  );
}

interface Making extends Entering {
  readonly vehicle: LoggableVehicle;
  readonly viewer: Viewer;
  readonly format: Format;
}

function entryOf(making: Making): WaitingEntry {
  const { draft, corrects, files } = making;
  const now = new Date().toISOString();
  return {
    ...making.viewer.owner,
    id: making.id,
    vehicleId: making.vehicle.id,
    vehicleName: making.vehicle.nickname,
    draft,
    ...(files.length > 0 && { files }),
    ...(corrects && { corrects }),
    item: itemOf({ ...draft, data: withoutUnsent(draft.data, files) }, { ...making, now }),
    madeAt: now,
    problem: null,
  };
}
