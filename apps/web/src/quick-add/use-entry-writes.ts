import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { answer } from '@/api/client';
import type { Recorded, Recording, TimelineItem } from '@/api/schema.gen';
import { freshId } from '@/api/fresh-id';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import { useToldWords } from '@/ui/use-told-words';
import type { Draft } from './draft';

export interface EntryWrites {
  readonly record: (recording: Draft) => Promise<Recorded>;
  readonly retract: (item: Pick<TimelineItem, 'id'>, reason: string) => Promise<Recorded>;
}

/** Writes to a vehicle's history that wait for their answer: the page shows them at once, and each can be taken back for ten seconds. They throw ApiProblem. */
export function useEntryWrites(vehicleId: string): EntryWrites {
  const t = useTranslations('writes');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const toldWords = useToldWords();

  return useMemo(() => {
    const send = sender(vehicleId);

    /** Shows what was written, and offers the way back. */
    function wrote(recorded: Recorded, words: string, undo: () => Promise<unknown>): Recorded {
      show(recorded);
      toast({ words, action: { label: t('undo'), run: () => undone(undo) } });
      return recorded;
    }

    async function undone(undo: () => Promise<unknown>) {
      try {
        await undo();
        toast({ words: t('undone') });
      } catch (error) {
        toast({ words: problemWords(error) });
      }
    }

    function show(recorded: Recorded): Recorded {
      rememberWrite(recorded.position);
      refresh();
      return recorded;
    }

    return {
      record: async (recording) => {
        const recorded = await send.record(recording);
        const words = toldWords(recorded.warnings[0]) ?? t('recorded');
        return wrote(recorded, words, () => send.retract(recorded.event.id, t('undoReason')).then(show));
      },
      retract: async (item, reason) =>
        wrote(await send.retract(item.id, reason), t('retracted'), () =>
          send.restore(item.id, t('undoReason')).then(show),
        ),
    };
  }, [vehicleId, refresh, toast, t, problemWords, toldWords]);
}

function sender(vehicleId: string) {
  const of = (eventId: string) => ({ path: { vehicleId, eventId } });
  return {
    // A key of its own makes a repeated press or a lost answer harmless.
    record: (draft: Draft) =>
      answer(
        browserApi.POST('/api/v1/vehicles/{vehicleId}/events', {
          params: { path: { vehicleId } },
          body: { id: freshId(), ...(draft as Recording) },
        }),
      ),
    restore: (eventId: string, reason: string) =>
      answer(
        browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/restorations', {
          params: of(eventId),
          body: { reason },
        }),
      ),
    retract: (eventId: string, reason: string) =>
      answer(
        browserApi.POST('/api/v1/vehicles/{vehicleId}/events/{eventId}/retractions', {
          params: of(eventId),
          body: { reason },
        }),
      ),
  };
}
